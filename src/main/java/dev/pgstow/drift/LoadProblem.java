package dev.pgstow.drift;

import dev.pgstow.display.Sanitizer;
import dev.pgstow.postgres.SqlFailure;
import java.nio.file.Path;

/**
 * Why a file does not load.
 *
 * @param line from 1: the one the server points at, else the first of the statement it refused
 */
record LoadProblem(Path file, int line, SqlFailure said) {
  private static final String SYNTAX = "42601";

  /** Whether no other file can mend it. */
  boolean isSyntax() {
    return said.sqlState().equals(SYNTAX);
  }

  /** File, line, and the server's words. */
  String sentence() {
    StringBuilder text = new StringBuilder();
    text.append(Sanitizer.visible(file.toString())).append(", line ").append(line).append(": ");
    text.append(Sanitizer.visible(said.serverMessage()));
    if (!said.sqlState().isEmpty()) {
      text.append(" (SQLSTATE ").append(said.sqlState()).append(')');
    }
    said.detail().ifPresent(it -> text.append(" Detail: ").append(Sanitizer.visible(it)));
    said.serverHint().ifPresent(it -> text.append(" Hint: ").append(Sanitizer.visible(it)));
    return text.toString();
  }
}
