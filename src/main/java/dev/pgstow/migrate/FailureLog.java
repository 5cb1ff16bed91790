package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.Session;

/** Writes failures to the ledger's events, on a session of its own: the other may be gone. */
final class FailureLog {
  private final Databases databases;
  private final String database;

  FailureLog(Databases databases, String database) {
    this.databases = databases;
    this.database = database;
  }

  /** Writes one; that this failed too is no news to anybody. */
  void add(ScriptKind kind, ScriptError error) {
    try (Session session = databases.connect(database)) {
      new Ledger(session)
          .failed(kind.folder(), error.module(), error.change(), error.message(), error.sqlState());
    } catch (Failure e) {
      return;
    }
  }
}
