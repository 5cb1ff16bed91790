package dev.pgstow.migrate;

import java.util.List;

/** Where the top-level statements of a script stand, by psql's rules. */
public final class ScriptStatements {
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
}
