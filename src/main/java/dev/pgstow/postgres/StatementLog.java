package dev.pgstow.postgres;

import dev.pgstow.sql.SqlLexer;
import dev.pgstow.sql.SqlToken;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells at level FINE of the logger {@code dev.pgstow.postgres} what is sent to servers: names of
 * statements or their text without values, how long they took, and what the server said.
 */
final class StatementLog {
  private static final Logger LOG = Logger.getLogger("dev.pgstow.postgres");
  private static final int LONGEST = 200;
  private static final int READ = 4_000;

  private StatementLog() {}

  /** Whether anybody listens. */
  static boolean isOn() {
    return LOG.isLoggable(Level.FINE);
  }

  /** Runs something and tells how it went. */
  static <T extends @Nullable Object> T timed(String what, Callable<T> work) throws Exception {
    long start = System.nanoTime();
    try {
      T result = work.call();
      tell(what, start);
      return result;
    } catch (SQLException e) {
      tell(what + ": failed: " + ServerErrors.state(e) + " " + ServerErrors.message(e), start);
      throw e;
    }
  }

  /** Tells what was done since a {@link System#nanoTime()}. */
  static void tell(String what, long start) {
    if (isOn()) {
      LogRecord record = new LogRecord(Level.FINE, what);
      record.setLoggerName(LOG.getName());
      record.setParameters(
          new Object[] {
            Map.of("milliseconds", Duration.ofNanos(System.nanoTime() - start).toMillis())
          });
      LOG.log(record);
    }
  }

  /** Tells what the server said. */
  static void notices(@Nullable SQLWarning first) {
    for (SQLWarning notice = first; notice != null; notice = notice.getNextWarning()) {
      LOG.log(Level.FINE, "the server says: " + ServerErrors.message(notice));
    }
  }

  /** A statement on one line, without comments and with … for constants, which can be secret. */
  static String shown(String sql) {
    String head = sql.length() > READ ? sql.substring(0, READ) : sql;
    StringBuilder shown = new StringBuilder();
    boolean blank = false;
    for (SqlToken token : SqlLexer.tokens(head)) {
      if (token.isBlank()) {
        blank = !shown.isEmpty();
        continue;
      }
      shown.append(blank ? " " : "").append(isConstant(token) ? "'…'" : token.text(head));
      blank = false;
      if (shown.length() > LONGEST) {
        return shown.substring(0, LONGEST) + "…";
      }
    }
    return shown.toString();
  }

  private static boolean isConstant(SqlToken token) {
    return switch (token.kind()) {
      case STRING, ESCAPE_STRING, UNICODE_STRING, BIT_STRING, DOLLAR_STRING -> true;
      default -> false;
    };
  }
}
