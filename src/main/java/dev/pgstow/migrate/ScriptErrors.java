package dev.pgstow.migrate;

import dev.pgstow.postgres.SqlFailure;
import java.nio.file.Path;

/** Finds the place in a script that an error of the server is about. */
final class ScriptErrors {
  private ScriptErrors() {}

  /**
   * The error, with its place.
   *
   * @param statement which statement of the script failed, from 0
   */
  static ScriptError of(
      String module, String change, Script script, int statement, SqlFailure said) {
    int line = 1;
    if (statement < script.statements().size()) {
      SqlStatement failed = script.statements().get(statement);
      line = script.line(at(script, failed, said.position()));
    }
    return at(module, change, script.file(), line, said);
  }

  /** The error of a transaction's end, where no script is to blame more than another. */
  static ScriptError atEnd(String module, String lastChange, Path file, SqlFailure said) {
    return at(module, lastChange, file, 0, said);
  }

  private static ScriptError at(
      String module, String change, Path file, int line, SqlFailure said) {
    return new ScriptError(
        module,
        change,
        file,
        line,
        said.sqlState(),
        said.serverMessage(),
        said.detail(),
        said.serverHint(),
        said.where());
  }

  /** The server counts code points, from 1. */
  private static int at(Script script, SqlStatement statement, int position) {
    if (position < 1) {
      return statement.start();
    }
    String text = script.text();
    int length = text.codePointCount(statement.start(), statement.end());
    return text.offsetByCodePoints(statement.start(), Math.min(position - 1, length));
  }
}
