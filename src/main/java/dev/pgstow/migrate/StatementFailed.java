package dev.pgstow.migrate;

import java.sql.SQLException;

/** The server refused one of several statements. */
final class StatementFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final int index;
  private final SQLException error;

  StatementFailed(int index, SQLException error) {
    super(error);
    this.index = index;
    this.error = error;
  }

  /** Which of them, from 0. */
  int index() {
    return index;
  }

  SQLException error() {
    return error;
  }
}
