package dev.pgstow.rename;

import java.util.Set;

/** What the values of a column are, by its name or by the JSON key they stand under. */
final class SchemaColumns {
  private static final Set<String> SCHEMAS =
      Set.of("schema", "schemas", "schemaname", "nspname", "search_path");
  private static final Set<String> HOSTS =
      Set.of("domain", "subdomain", "host", "hostname", "url", "uri", "email", "origin", "origins");

  private SchemaColumns() {}

  static TextMode mode(String column) {
    String name = SnakeCase.of(column);
    if (name.equals("search_path")) {
      return TextMode.FOLDED_SCHEMAS;
    }
    if (SCHEMAS.contains(name) || ends(name, "schema", "schemas", "schema_name", "schema_names")) {
      return TextMode.SCHEMAS;
    }
    if (HOSTS.contains(name) || ends(name, "domain", "host", "hostname", "url", "uri", "email")) {
      return TextMode.OPAQUE;
    }
    return TextMode.PLAIN;
  }

  private static boolean ends(String name, String... words) {
    for (String word : words) {
      if (name.equals(word) || name.endsWith("_" + word)) {
        return true;
      }
    }
    return false;
  }
}
