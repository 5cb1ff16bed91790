package dev.pgstow.migrate;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.SqlFailure;
import org.jspecify.annotations.Nullable;

/** A script of a change did not run. */
public final class ScriptFailure extends Failure {
  private static final long serialVersionUID = 1L;

  private final transient ScriptError error;

  private ScriptFailure(
      String ident, String message, String hint, ScriptError error, @Nullable SqlFailure cause) {
    super(ExitCode.FAILED, ident, message, hint, cause);
    this.error = error;
  }

  /**
   * The failure for what the server refused.
   *
   * @param afterwards what has become of the database, and what to do; ends the hint
   */
  static ScriptFailure of(
      ScriptKind kind, ScriptError error, SqlFailure cause, Aftermath afterwards) {
    String ident = cause.ident().equals("sql-error") ? kind.folder() + "-failed" : cause.ident();
    String advice = error.hint().orElse(cause.ident().equals("sql-error") ? "" : cause.hint());
    return new ScriptFailure(
        ident,
        "Could not "
            + kind.folder()
            + " "
            + error.module()
            + ":"
            + error.change()
            + ". "
            + error.sentence(),
        (advice.isEmpty() ? "" : advice + (advice.endsWith(".") ? " " : ". ")) + afterwards,
        error,
        cause);
  }

  /** The failure for rows that point nowhere. */
  static ScriptFailure ofBrokenKeys(ScriptError error, Aftermath afterwards) {
    return new ScriptFailure(
        "foreign-key-broken",
        error.message(),
        "Deploy first what they point at, or add it to the export. " + afterwards,
        error,
        null);
  }

  /** Where, and in the server's words why. */
  public ScriptError error() {
    return error;
  }
}
