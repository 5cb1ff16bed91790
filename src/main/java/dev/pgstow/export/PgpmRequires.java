package dev.pgstow.export;

import java.util.List;

/** The fixed lists pgpm 5.27 writes into control files, for {@code --requires pgpm}. */
final class PgpmRequires {
  static final List<String> EXTENSION =
      List.of(
          "plpgsql",
          "uuid-ossp",
          "citext",
          "pgcrypto",
          "btree_gin",
          "btree_gist",
          "pg_textsearch",
          "pg_trgm",
          "postgis",
          "hstore",
          "vector",
          "ltree",
          "metaschema-schema",
          "pgpm-inflection",
          "pgpm-uuid",
          "pgpm-utils",
          "pgpm-database-jobs",
          "pgpm-jwt-claims",
          "pgpm-app-scope",
          "pgpm-function-resolution",
          "pgpm-stamps",
          "pgpm-base32",
          "pgpm-totp",
          "pgpm-types",
          "pgpm-ltree-helpers",
          "pgpm-partman");

  static final List<String> SERVICE = List.of("plpgsql", "metaschema-schema", "metaschema-modules");

  private PgpmRequires() {}
}
