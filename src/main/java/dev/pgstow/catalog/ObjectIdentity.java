package dev.pgstow.catalog;

import java.util.Optional;

/**
 * Which object, in PostgreSQL's terms; the same in every database that has the object.
 *
 * @param schema where the object lives; empty for what is in no schema
 * @param name as the catalog spells it, unquoted
 * @param qualifier what tells namesakes apart: the argument types of a routine or operator ({@code
 *     integer, text}), the table of a trigger, policy, rule or constraint; empty where the name is
 *     enough
 */
public record ObjectIdentity(
    ObjectKind kind, Optional<String> schema, String name, String qualifier) {}
