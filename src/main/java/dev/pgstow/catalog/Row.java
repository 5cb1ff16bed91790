package dev.pgstow.catalog;

import dev.pgstow.postgres.Session;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The row a query stands on. Good only until the next one. */
final class Row {
  private final ResultSet rows;
  private final Session session;
  private final String doing;

  Row(ResultSet rows, Session session, String doing) {
    this.rows = rows;
    this.session = session;
    this.doing = doing;
  }

  /** A text column; empty if it is NULL. */
  String text(String column) {
    return optional(column).orElse("");
  }

  Optional<String> optional(String column) {
    return Optional.ofNullable(read(column, rows::getString));
  }

  long oid(String column) {
    Long value = read(column, rows::getLong);
    return value == null ? 0 : value;
  }

  int number(String column) {
    Integer value = read(column, rows::getInt);
    return value == null ? 0 : value;
  }

  boolean flag(String column) {
    return Boolean.TRUE.equals(read(column, rows::getBoolean));
  }

  /** A {@code "char"} column; a blank if it is NULL or empty. */
  char letter(String column) {
    String text = text(column);
    return text.isEmpty() ? ' ' : text.charAt(0);
  }

  /** A {@code text[]} column; empty if it is NULL. */
  List<String> list(String column) {
    Array array = read(column, rows::getArray);
    if (array == null) {
      return List.of();
    }
    try {
      return Arrays.asList((String[]) array.getArray());
    } catch (SQLException e) {
      throw session.failure(e, doing);
    }
  }

  /** An array of OIDs or numbers; empty if it is NULL. */
  List<Long> oids(String column) {
    return list(column).stream().map(Long::valueOf).toList();
  }

  private <T> @Nullable T read(String column, Column<T> reader) {
    try {
      return reader.get(column);
    } catch (SQLException e) {
      throw session.failure(e, doing);
    }
  }

  @FunctionalInterface
  private interface Column<T> {
    @Nullable T get(String name) throws SQLException;
  }
}
