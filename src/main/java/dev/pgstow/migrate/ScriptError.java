package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a script failed, and what the server said.
 *
 * @param module the module, which the ledger calls package
 * @param line the line of the file, from 1: the one the server points at, else the statement's
 *     first; 0 if the script was not sent, or failed only at the end of its transaction
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

  /** A script that can't be read or is not to be sent; the failure names file and line. */
  static ScriptError unread(String module, String change, Path file, Failure failure) {
    return new ScriptError(
        module,
        change,
        file,
        0,
        "",
        String.valueOf(failure.getMessage()),
        Optional.empty(),
        Optional.of(failure.hint()).filter(hint -> !hint.isEmpty()),
        Optional.empty());
  }

  /** All of it as a sentence or two. */
  String sentence() {
    if (line == 0 && sqlState.isEmpty()) {
      return message;
    }
    StringBuilder text = new StringBuilder();
    if (line == 0) {
      text.append("At the end of the module ").append(module);
    } else {
      text.append(file).append(", line ").append(line);
    }
    text.append(": ").append(message);
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
