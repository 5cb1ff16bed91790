package dev.pgstow.migrate;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a script failed, and what the server said.
 *
 * @param module the module, which the ledger calls package
 * @param line the line of the file, from 1: the one the server points at, else the statement's
 *     first
 * @param sqlState empty if there is none
 * @param message the server's message
 * @param detail its DETAIL
 * @param hint its HINT
 * @param context its CONTEXT, such as the stack of functions
 */
public record ScriptError(
    String module,
    String change,
    Path file,
    int line,
    String sqlState,
    String message,
    Optional<String> detail,
    Optional<String> hint,
    Optional<String> context) {

  /** All of it as a sentence or two. */
  String sentence() {
    StringBuilder text = new StringBuilder();
    text.append(file).append(", line ").append(line).append(": ").append(message);
    if (!message.endsWith(".")) {
      text.append('.');
    }
    if (!sqlState.isEmpty()) {
      text.append(" (SQLSTATE ").append(sqlState).append(')');
    }
    detail.ifPresent(it -> text.append(" Detail: ").append(it));
    return text.toString();
  }
}
