package dev.pgstow.rows;

import dev.pgstow.failure.Failure;
import java.util.Optional;

/**
 * A table as a person names it: {@code users} or {@code app.users}, with quotes around what holds a
 * dot. Case counts, since it is the catalog's name and not SQL.
 */
public record TablePattern(Optional<String> schema, String name) {

  /**
   * Reads one.
   *
   * @throws Failure {@code table-name-invalid}
   */
  public static TablePattern parse(String text) {
    int dot = -1;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '.' && !quoted) {
        if (dot >= 0) {
          throw invalid(text);
        }
        dot = i;
      }
    }
    String name = unquote(text.substring(dot + 1));
    Optional<String> schema =
        dot < 0 ? Optional.empty() : Optional.of(unquote(text.substring(0, dot)));
    if (quoted || name.isEmpty() || schema.filter(String::isEmpty).isPresent()) {
      throw invalid(text);
    }
    return new TablePattern(schema, name);
  }

  private static Failure invalid(String text) {
    return Failure.usage(
        "table-name-invalid",
        "\"" + text + "\" names no table.",
        "Write users, app.users, or \"odd.schema\".users.");
  }

  private static String unquote(String part) {
    boolean quoted = part.length() > 1 && part.startsWith("\"") && part.endsWith("\"");
    return quoted ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part;
  }

  /** Whether that table is meant. */
  boolean matches(TableName table) {
    return name.equals(table.name()) && schema.map(table.schema()::equals).orElse(true);
  }

  @Override
  public String toString() {
    return schema.map(it -> quote(it) + ".").orElse("") + quote(name);
  }

  private static String quote(String part) {
    boolean plain = part.indexOf('.') < 0 && part.indexOf('"') < 0;
    return plain ? part : '"' + part.replace("\"", "\"\"") + '"';
  }
}
