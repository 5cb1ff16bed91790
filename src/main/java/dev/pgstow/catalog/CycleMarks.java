package dev.pgstow.catalog;

import java.util.regex.Pattern;

/**
 * The marks of a {@code CYCLE} clause. The server writes them as {@code 'y'::text}, which its own
 * grammar does not take there; it takes {@code text 'y'}.
 */
final class CycleMarks {
  private static final String NAME = "(?:\\w+|\"(?:[^\"]|\"\")+\")";
  private static final String LITERAL = "(E?'(?:[^']|'')*')::([^\n]+?)";
  private static final Pattern TO =
      Pattern.compile(
          "(\\) (?:SEARCH [^\n]+ )?CYCLE [^\n]+ SET " + NAME + " TO )" + LITERAL + "( DEFAULT )");
  private static final Pattern DEFAULT =
      Pattern.compile(
          "(\\) (?:SEARCH [^\n]+ )?CYCLE [^\n]+ DEFAULT )" + LITERAL + "( USING " + NAME + ")");

  private CycleMarks() {}

  /** A query as the server writes it, in a way it reads. */
  static String readable(String query) {
    if (!query.contains(" CYCLE ")) {
      return query;
    }
    String to = TO.matcher(query).replaceAll("$1$3 $2$4");
    return DEFAULT.matcher(to).replaceAll("$1$3 $2$4");
  }
}
