package dev.pgstow.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;

/** Carries out a database's changes and notes them as actions, as the server itself would. */
final class ActionLoader {
  private static final OffsetDateTime STARTED = OffsetDateTime.parse("2026-01-03T10:00:00Z");
  private static final Duration PACE = Duration.ofSeconds(41, 7_003_000);
  private static final String INSERT =
      "INSERT INTO db_migrate.sql_actions (name, database_id, deploy, deps, content, revert,"
          + " verify, action_name, actor_id, category, created_at)"
          + " VALUES (?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''), ?,"
          + " '0be70000-0000-4000-8000-000000000001', nullif(?, ''), ?)";

  private final Connection connection;
  private int noted;

  ActionLoader(Connection connection) {
    this.connection = connection;
  }

  void note(SampleDatabase database, ChangeBook book) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (SampleChange change : book.changes()) {
        insert.setString(1, change.kind().actionName());
        insert.setObject(2, database.id());
        insert.setString(3, change.name());
        insert.setArray(4, connection.createArrayOf("text", change.requires().toArray()));
        insert.setString(5, change.deploy());
        insert.setString(6, change.revert());
        insert.setString(7, change.verify());
        insert.setString(8, change.kind().actionName());
        insert.setString(9, change.kind().category());
        insert.setObject(10, STARTED.plus(PACE.multipliedBy(noted)));
        insert.addBatch();
        noted++;
      }
      insert.executeBatch();
    }
  }

  /** Runs the changes that make objects, or those that register objects made before. */
  void run(ChangeBook book, boolean registrations) throws SQLException {
    StringBuilder scripts = new StringBuilder();
    for (SampleChange change : book.changes()) {
      if (registrations == (change.kind() == ChangeKind.REGISTRATION)) {
        scripts.append(change.deploy()).append('\n');
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(scripts.toString());
    }
  }
}
