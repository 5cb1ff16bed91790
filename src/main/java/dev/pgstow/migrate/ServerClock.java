package dev.pgstow.migrate;

import dev.pgstow.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;

/** The server's time, asked for once; no two readings are equal to the microsecond. */
final class ServerClock {
  private final OffsetDateTime asked;
  private final long askedAt;
  private long last = -1;

  private ServerClock(OffsetDateTime asked, long askedAt) {
    this.asked = asked;
    this.askedAt = askedAt;
  }

  static ServerClock of(Session session) {
    try (Statement statement = session.connection().createStatement();
        ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
      row.next();
      return new ServerClock(row.getObject(1, OffsetDateTime.class), System.nanoTime());
    } catch (SQLException e) {
      throw session.failure(e, "asking for the time");
    }
  }

  OffsetDateTime now() {
    last = Math.max(last + 1, (System.nanoTime() - askedAt) / 1_000);
    return asked.plusNanos(last * 1_000);
  }
}
