package dev.pgstow.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names a Constructive server gives schemas: database name, a timestamp, part of the database's
 * id, then the schema's own name. Resources write {@code ${name}} for them.
 */
final class InternalNames {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z0-9-]+)\\}");

  private final Map<String, String> names = new TreeMap<>();

  InternalNames() {
    name(
        "bookshop-1772181642234-a8eba4e4-",
        List.of("app-public", "app-private", "app-public-v2", "auth-public", "memberships-public"));
    name("pets-1772182003117-5f0c9e21-", List.of("public", "private"));
  }

  private void name(String prefix, List<String> schemas) {
    schemas.forEach(schema -> names.put(schema, prefix + schema));
  }

  /** The text with internal names in place; a placeholder that names no schema stays. */
  String expand(String text) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            place -> Matcher.quoteReplacement(names.getOrDefault(place.group(1), place.group())));
  }
}
