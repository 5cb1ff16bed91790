package dev.pgstow.migrate;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Where the top-level statements of a script stand, by psql's rules. */
public final class ScriptStatements {
  /** What a script with a transaction of its own has somewhere. */
  private static final Pattern TRANSACTION =
      Pattern.compile(
          "\\bcommit\\b|\\bbegin\\s*(?:;|work\\b|transaction\\b)|\\bstart\\s+transaction\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> ENDS = Set.of("begin", "start", "commit", "end");

  private ScriptStatements() {}

  /**
   * A statement.
   *
   * @param start index of its first character that is neither white space nor comment
   * @param end index of its semicolon, or the end of the text
   */
  public record Span(int start, int end) {}

  /** The statements of a script for a server whose strings are standard ones. */
  public static List<Span> of(String text) {
    return StatementSplitter.split(text, true).statements().stream()
        .map(statement -> new Span(statement.start(), statement.end()))
        .toList();
  }

  /**
   * A script without the BEGIN and COMMIT that stand in it as statements, as deploying leaves them
   * out: they become blanks, so that all else stays where it is. One that rolls something back is
   * left as it stands.
   */
  public static String withoutTransactions(String text) {
    if (!TRANSACTION.matcher(text).find()) {
      return text;
    }
    StringBuilder blanked = new StringBuilder(text);
    for (SqlStatement statement : StatementSplitter.split(text, true).statements()) {
      if (ENDS.contains(statement.word(0)) && statement.isTransactionControl()) {
        int end = Math.min(statement.end() + 1, text.length());
        for (int i = statement.start(); i < end; i++) {
          if (blanked.charAt(i) != '\n') {
            blanked.setCharAt(i, ' ');
          }
        }
      } else if (statement.isTransactionControl()) {
        return text;
      }
    }
    return blanked.toString();
  }
}
