package dev.pgstow.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pgstow.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Counts the rows of tables as far as a threshold; beyond it the planner's guess has to do. */
final class RowCounter {
  private final Session session;
  private final long threshold;
  private final TableSelection selection;

  RowCounter(Session session, long threshold, TableSelection selection) {
    this.session = session;
    this.threshold = threshold;
    this.selection = selection;
  }

  /** A number of rows. */
  record Count(long rows, boolean estimated) {}

  Count count(LiveTable table) {
    String from = TableQuery.from(table, selection.where(table.name()));
    String counted =
        "SELECT pg_catalog.count(*) FROM (SELECT"
            + from
            + " LIMIT "
            + (threshold + 1)
            + ") AS counted";
    try (Statement statement = session.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      long rows = Long.parseLong(first(statement, counted));
      if (rows <= threshold) {
        return new Count(rows, false);
      }
      String plan = first(statement, "EXPLAIN (FORMAT JSON) SELECT" + from);
      long guess =
          new JsonMapper().readTree(plan).path(0).path("Plan").path("Plan Rows").asLong(rows);
      return new Count(Math.max(rows, guess), true);
    } catch (SQLException e) {
      throw session.failure(e, "counting the rows of " + table.name());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("EXPLAIN gave no JSON", e);
    }
  }

  private static String first(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
