package dev.pgstow.source;

import dev.pgstow.postgres.Session;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Small queries whose results fit into memory. */
final class Query {
  private final Session session;
  private final String doing;

  /** Queries of a session; {@code doing} is what a failure says was being done. */
  Query(Session session, String doing) {
    this.session = session;
    this.doing = doing;
  }

  /** Reads a row of a result. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** All rows; a collection of strings or longs is bound as an array. */
  <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
    List<T> rows = new ArrayList<>();
    try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        bind(statement, i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(reader.read(result));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw session.failure(e, doing);
    }
  }

  private void bind(PreparedStatement statement, int index, Object value) throws SQLException {
    if (value instanceof Collection<?> values) {
      boolean numbers = values.stream().allMatch(Long.class::isInstance) && !values.isEmpty();
      Array array = session.connection().createArrayOf(numbers ? "int8" : "text", values.toArray());
      statement.setArray(index, array);
    } else {
      statement.setObject(index, value);
    }
  }
}
