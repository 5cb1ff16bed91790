package dev.pgstow.source.graphql;

import dev.pgstow.metaschema.ColumnType;

/**
 * A column as an API shows it.
 *
 * @param field the field of a row
 * @param selection what is asked for inside it; empty for most
 * @param name the column's name in PostgreSQL
 * @param isEnum whether its type is an enum
 * @param always whether the server makes its values, as GENERATED ALWAYS AS IDENTITY does
 */
record ApiColumn(
    ApiField field,
    String selection,
    String name,
    ColumnType type,
    boolean isEnum,
    boolean always,
    ValueReader reader) {}
