package dev.pgstow.source;

/**
 * What an export reads from, for people.
 *
 * @param location such as {@code postgres@localhost:5432/constructive}; no secrets
 * @param server such as {@code PostgreSQL 17.4}
 */
public record SourceDescription(String location, String server) {}
