package dev.pgstow.metaschema;

/**
 * An exported column of a metadata table.
 *
 * @param type how its values are read and written
 * @param alwaysIdentity GENERATED ALWAYS AS IDENTITY: its INSERT needs OVERRIDING SYSTEM VALUE
 */
public record MetadataColumn(String name, ColumnType type, boolean alwaysIdentity) {}
