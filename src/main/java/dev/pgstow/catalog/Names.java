package dev.pgstow.catalog;

import dev.pgstow.sql.Identifiers;
import dev.pgstow.sql.Literals;
import java.util.Collection;
import java.util.stream.Collectors;

/** Names as {@code pg_get_*def} functions write them. */
final class Names {
  private Names() {}

  static String quote(String name) {
    return Identifiers.quote(name);
  }

  static String qualified(String schema, String name) {
    return Identifiers.quote(schema) + '.' + Identifiers.quote(name);
  }

  static String literal(String text) {
    return Literals.quote(text);
  }

  static String list(Collection<String> names) {
    return names.stream().map(Names::quote).collect(Collectors.joining(", "));
  }
}
