package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A script of a module, split into its statements.
 *
 * @param file where it was read from
 * @param text its text; positions count its characters from 0
 * @param hash hex sha256 of the file's bytes
 * @param statements what is run, in order
 * @param dropped its own BEGIN, COMMIT and so on, which are not
 */
record Script(
    Path file,
    String text,
    String hash,
    List<SqlStatement> statements,
    List<SqlStatement> dropped) {
  private static final Pattern SET_CONFIG = Pattern.compile("set_config", Pattern.CASE_INSENSITIVE);
  private static final Pattern UNLOCK =
      Pattern.compile("discard|pg_advisory_unlock", Pattern.CASE_INSENSITIVE);
  private static final Pattern STRING_SYNTAX =
      Pattern.compile("standard_conforming_strings", Pattern.CASE_INSENSITIVE);
  private static final Pattern LEDGER = Pattern.compile("pgpm_migrate", Pattern.CASE_INSENSITIVE);

  /**
   * Splits what was read.
   *
   * @throws Failure {@code psql-command} or {@code copy-data}, for what only psql can run; {@code
   *     prepare-transaction}, {@code date-style}
   */
  static Script of(ScriptFile file, boolean standardConforming) {
    StatementSplitter.Split split = StatementSplitter.split(file.text(), standardConforming);
    int backslash = split.backslash().orElse(file.text().length());
    List<SqlStatement> run = new ArrayList<>();
    List<SqlStatement> dropped = new ArrayList<>();
    for (SqlStatement statement : split.statements()) {
      if (statement.end() > backslash) {
        break;
      }
      if (statement.isTransactionControl()) {
        dropped.add(statement);
      } else {
        run.add(statement);
        refuse(file, statement);
        if (ScriptText.isClientCopy(file.text(), statement)) {
          throw Failure.failed(
              "copy-data",
              file.where(statement.start())
                  + ": COPY from or to the client can't be part of a change.",
              "Write the rows as INSERT statements.");
        }
      }
    }
    // Data behind a COPY has backslashes too, so they come second.
    split.backslash().ifPresent(at -> refuse(file, at));
    return new Script(file.path(), file.text(), file.hash(), run, dropped);
  }

  /** What would work, but not for the one who records it. */
  private static void refuse(ScriptFile file, SqlStatement statement) {
    if (statement.word(0).equals("prepare") && statement.word(1).equals("transaction")) {
      throw Failure.failed(
          "prepare-transaction",
          file.where(statement.start())
              + ": PREPARE TRANSACTION would take the ledger's record away with it.",
          "Leave the transaction to the deployment.");
    }
    if (ScriptText.setsForeignDateStyle(file.text(), statement)) {
      throw Failure.failed(
          "date-style",
          file.where(statement.start()) + ": a DateStyle other than ISO can't be set in a change.",
          "Set the order of day and month alone, as in SET DateStyle = 'ISO, DMY';"
              + " use to_char() for dates as text.");
    }
  }

  private static void refuse(ScriptFile file, int at) {
    String text = file.text();
    int end = at + 1;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    throw Failure.failed(
        "psql-command",
        file.where(at) + ": " + text.substring(at, end) + " is a command of psql, not SQL.",
        "Write it in SQL: scripts are sent to the server, not to psql.");
  }

  /** The statement as it is sent. */
  String sql(SqlStatement statement) {
    return text.substring(statement.start(), statement.end());
  }

  /** All statements as they are sent. */
  List<String> sql() {
    return statements.stream().map(this::sql).toList();
  }

  /** The script where none of it is to be run. */
  Script withoutStatements() {
    return new Script(file, text, hash, List.of(), List.of());
  }

  /** The line a character stands on, from 1. */
  int line(int index) {
    return ScriptText.line(text, index);
  }

  /** Whether it may leave settings behind. */
  boolean mayTouchSession() {
    return !statements.isEmpty()
        && (statements.stream().anyMatch(SqlStatement::mayTouchSession)
            || SET_CONFIG.matcher(text).find());
  }

  /** Whether it may let go of what the session holds, the lock on deployments included. */
  boolean mayUnlock() {
    return UNLOCK.matcher(text).find();
  }

  /** Whether it may change how strings are read from there on. */
  boolean setsStringSyntax() {
    return STRING_SYNTAX.matcher(text).find();
  }

  /** Whether it may look into the ledger. */
  boolean readsLedger() {
    return LEDGER.matcher(text).find();
  }

  /** Whether it may switch triggers and foreign keys off, as exported metadata does. */
  boolean mayUseReplicaRole() {
    return ReplicaRole.isNamedIn(text);
  }

  /** Whether its text says that it does; what it calls may all the same. */
  boolean setsReplicaRole() {
    return ReplicaRole.isSetBy(this);
  }
}
