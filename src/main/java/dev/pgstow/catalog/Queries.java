package dev.pgstow.catalog;

import dev.pgstow.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/** Runs the queries of a reading; each is over a whole catalog, however many objects there are. */
final class Queries {
  private final Session session;

  Queries(Session session) {
    this.session = session;
  }

  /** Of the server, such as 17. */
  int major() {
    return session.majorVersion();
  }

  Session session() {
    return session;
  }

  /** {@code sql} from this major on, else {@code before}. */
  String since(int major, String sql, String before) {
    return major() >= major ? sql : before;
  }

  /**
   * Hands each row over.
   *
   * @param what is read, for the message of a failure
   */
  void each(String what, String sql, Consumer<Row> consumer) {
    String doing = "reading the catalog's " + what;
    try (Statement statement = session.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet rows = statement.executeQuery(sql)) {
        consume(rows, doing, consumer);
      }
    } catch (SQLException e) {
      throw session.failure(e, doing);
    }
  }

  private void consume(ResultSet rows, String doing, Consumer<Row> consumer) throws SQLException {
    Row row = new Row(rows, session, doing);
    while (rows.next()) {
      consumer.accept(row);
    }
  }
}
