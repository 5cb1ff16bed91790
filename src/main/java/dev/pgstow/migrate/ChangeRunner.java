package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Session;
import dev.pgstow.postgres.SqlFailure;
import dev.pgstow.progress.ProgressListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs scripts of changes on one session, and what records them. Settings a script leaves behind
 * are undone after it.
 */
final class ChangeRunner {
  private static final Aftermath UNKNOWN =
      new Aftermath("Whether it was committed is not known.", "See: pgstow status");

  private final Session session;
  private final StatementSender sender;
  private final SessionLimits limits;
  private final Cancellation cancellation;
  private final boolean standardConforming;

  ChangeRunner(
      Session session,
      SessionLimits limits,
      Optional<ProgressListener> notices,
      Cancellation cancellation) {
    this.session = session;
    this.sender = new StatementSender(session, notices);
    this.limits = limits;
    this.cancellation = cancellation;
    this.standardConforming = Settings.isOn(session, "standard_conforming_strings");
  }

  /** How the session reads strings when no script is running. */
  boolean standardConforming() {
    return standardConforming;
  }

  Session session() {
    return session;
  }

  /** Sets the limits for scripts. */
  void begin() {
    limits.forScripts().forEach(sql -> session.execute(sql, "setting timeouts"));
  }

  /** Goes on, if nobody cancelled. */
  void checkCancelled() {
    cancellation.check();
  }

  /** The statements of a script, and those that undo what settings it may leave behind. */
  List<String> statements(Script script) {
    List<String> sql = new ArrayList<>(script.sql());
    if (script.mayTouchSession()) {
      sql.addAll(limits.restored());
    }
    return sql;
  }

  /** Runs statements inside the transaction that is open. */
  void send(List<String> statements) throws StatementFailed {
    sender.together(statements);
  }

  /** Runs a script and what records it, inside the transaction that is open. */
  void together(
      ScriptKind kind,
      String module,
      String change,
      Script script,
      List<String> record,
      Aftermath afterwards) {
    List<String> sql = statements(script);
    sql.addAll(record);
    try {
      send(sql);
    } catch (StatementFailed e) {
      throw failure(kind, module, change, script, e, afterwards);
    }
  }

  /** Runs a script, each statement on its own. */
  void oneByOne(
      ScriptKind kind, String module, String change, Script script, Aftermath afterwards) {
    try {
      try {
        sender.oneByOne(script.sql());
      } finally {
        if (script.mayTouchSession()) {
          restore();
        }
      }
    } catch (StatementFailed e) {
      throw failure(kind, module, change, script, e, afterwards);
    }
  }

  /** Runs what records a script that has run on its own. */
  void record(
      ScriptKind kind,
      String module,
      String change,
      Script script,
      String record,
      Aftermath afterwards) {
    try {
      sender.oneByOne(List.of(record));
    } catch (StatementFailed e) {
      StatementFailed behind = new StatementFailed(script.statements().size(), e.error());
      throw failure(kind, module, change, script, behind, afterwards);
    }
  }

  /**
   * Commits the transaction of a module; the server checks only now what is deferred.
   *
   * @param lastChange the one to name in a failure
   */
  void commit(
      ScriptKind kind, String module, String lastChange, Path script, Aftermath afterwards) {
    try {
      send(List.of("COMMIT"));
    } catch (StatementFailed e) {
      SqlFailure said = session.failure(e.error(), "committing the module " + module);
      Aftermath left = said.ident().equals("connection-lost") ? UNKNOWN : afterwards;
      if (cancellation.isCancelled()) {
        throw Cancellation.failure(
            "Cancelled while committing the module " + module + ". " + left.state());
      }
      throw ScriptFailure.of(
          kind, ScriptErrors.atEnd(module, lastChange, script, said), said, left);
    }
  }

  /** Runs a verify script inside the transaction that is open. */
  void verify(String module, String change, Script script) {
    try {
      sender.together(script.sql());
    } catch (StatementFailed e) {
      throw failure(
          ScriptKind.VERIFY, module, change, script, e, new Aftermath("Nothing was changed.", ""));
    }
  }

  private void restore() {
    try {
      sender.oneByOne(limits.restored());
    } catch (StatementFailed e) {
      // Whoever goes on with settings of a script would do harm.
      session.close();
    }
  }

  /** The failure for what the server said. */
  Failure failure(
      ScriptKind kind,
      String module,
      String change,
      Script script,
      StatementFailed failed,
      Aftermath afterwards) {
    SqlFailure said =
        session.failure(failed.error(), kind.folder() + "ing " + module + ":" + change);
    if (cancellation.isCancelled()) {
      return Cancellation.failure(
          "Cancelled while "
              + kind.folder()
              + "ing "
              + module
              + ":"
              + change
              + ". "
              + afterwards.state());
    }
    ScriptError error = ScriptErrors.of(module, change, script, failed.index(), said);
    return ScriptFailure.of(kind, error, said, afterwards);
  }

  /** Ends the transaction without effect, if the session still can; never throws. */
  void rollBack() {
    try {
      session.execute("ROLLBACK", "rolling back");
    } catch (Failure e) {
      session.close();
    }
  }
}
