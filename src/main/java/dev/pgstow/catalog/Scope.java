package dev.pgstow.catalog;

import java.util.Optional;

/** What is asked for. */
final class Scope {
  private final CatalogOptions options;

  Scope(CatalogOptions options) {
    this.options = options;
  }

  /** Whether all of the database is wanted, not only some schemas. */
  boolean whole() {
    return options.schemas().isEmpty();
  }

  /** Whether what is in this schema, or in none, is wanted. */
  boolean wants(Optional<String> schema) {
    return schema
        .map(
            name ->
                (whole() || options.schemas().contains(name))
                    && !options.excludedSchemas().contains(name))
        .orElse(whole());
  }

  /** Whether a schema is PostgreSQL's own. */
  static boolean isSystem(String schema) {
    return schema.startsWith("pg_") || schema.equals("information_schema");
  }
}
