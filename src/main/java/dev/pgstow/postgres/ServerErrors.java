package dev.pgstow.postgres;

import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The server's own words in a driver's exception. */
final class ServerErrors {
  private ServerErrors() {}

  /** The message alone, on one line, without severity, detail and position. */
  static String message(SQLException error) {
    ServerErrorMessage said = said(error);
    String text = said == null ? error.getMessage() : said.getMessage();
    return Objects.requireNonNullElse(text, error.getClass().getSimpleName())
        .strip()
        .replaceAll("\\s*\\R\\s*", " ");
  }

  /** The message, as a sentence. */
  static String sentence(SQLException error) {
    String text = message(error);
    return text.endsWith(".") ? text : text + ".";
  }

  /** The server's function that raised it: unlike the message never translated. */
  static String routine(SQLException error) {
    ServerErrorMessage said = said(error);
    return said == null ? "" : Objects.requireNonNullElse(said.getRoutine(), "");
  }

  static String state(SQLException error) {
    return Objects.requireNonNullElse(error.getSQLState(), "");
  }

  private static @Nullable ServerErrorMessage said(SQLException error) {
    return error instanceof PSQLException e ? e.getServerErrorMessage() : null;
  }
}
