package dev.pgstow.source;

import dev.pgstow.postgres.ScratchServer;
import dev.pgstow.postgres.Session;
import dev.pgstow.postgres.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A Constructive server read by SQL. Each call is a moment of its own; {@link #snapshot} holds one
 * open, and until it is closed nothing else may be asked of this source.
 */
public final class SqlSource implements ExportSource {
  private final Session session;

  /** The moment held open last; cancelling ends it for good, the source stays usable. */
  private volatile Optional<SqlSnapshot> held = Optional.empty();

  /**
   * A source on a session that is in no transaction.
   *
   * @param session belongs to the source from now on, which closes it
   */
  public SqlSource(Session session) {
    this.session = session;
  }

  /** False once the connection is known to be lost. */
  public boolean isOpen() {
    return session.isOpen();
  }

  @Override
  public SourceDescription description() {
    return new SourceDescription(session.location(), "PostgreSQL " + session.serverVersion());
  }

  @Override
  public List<DatabaseEntry> databases() {
    try (Snapshot snapshot = Snapshot.open(session)) {
      return DatabaseQueries.of(snapshot.session()).databases();
    }
  }

  @Override
  public List<SchemaEntry> schemas(UUID databaseId) {
    try (Snapshot snapshot = Snapshot.open(session)) {
      return DatabaseQueries.of(snapshot.session()).schemas(databaseId);
    }
  }

  @Override
  public List<String> roles() {
    return ScratchServer.rolesNamedIn(session);
  }

  /**
   * One moment of the server.
   *
   * @throws dev.pgstow.failure.Failure {@code not-constructive}; {@code database-id-not-found};
   *     {@code tables-unreadable} and {@code row-security}, naming all tables that can't be read
   *     wholly; {@code ownership-ambiguous}; {@code sql-actions-unknown}; {@code table-unknown} and
   *     {@code meta-schema-unknown} if the options name what is not there
   */
  @Override
  public ExportSnapshot snapshot(UUID databaseId, SnapshotOptions options) {
    Snapshot snapshot = Snapshot.open(session);
    try {
      SqlSnapshot opened = new SqlSnapshot(snapshot, databaseId, options);
      held = Optional.of(opened);
      return opened;
    } catch (RuntimeException e) {
      snapshot.close();
      throw e;
    }
  }

  @Override
  public void cancel() {
    held.ifPresent(SqlSnapshot::cancel);
    session.cancel();
  }

  @Override
  public void close() {
    session.close();
  }
}
