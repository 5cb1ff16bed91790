package dev.pgstow.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** Brings what pgstow's rooms and the driver log to the run's own log, until closed. */
final class DebugLog extends Handler implements AutoCloseable {
  /** Of the driver only what it says of connecting, and what is worth saying to everybody. */
  private static final Map<String, Level> LOGGERS =
      Map.of(
          "dev.pgstow", Level.FINE,
          "org.postgresql", Level.INFO,
          "org.postgresql.core.v3.ConnectionFactoryImpl", Level.FINE);

  private record Former(Logger logger, @Nullable Level level, boolean parents) {}

  private final Log log;
  private final List<Former> formers;
  private final SimpleFormatter formatter = new SimpleFormatter();

  private DebugLog(Log log) {
    this.log = log;
    this.formers =
        LOGGERS.keySet().stream()
            .map(Logger::getLogger)
            .map(it -> new Former(it, it.getLevel(), it.getUseParentHandlers()))
            .toList();
  }

  /** Listens from now on. Finer levels of the driver would show the values of parameters. */
  static DebugLog open(Log log) {
    DebugLog opened = new DebugLog(log);
    opened.setLevel(Level.FINE);
    for (Former former : opened.formers) {
      former.logger().setLevel(LOGGERS.get(former.logger().getName()));
      former.logger().setUseParentHandlers(false);
      former.logger().addHandler(opened);
    }
    return opened;
  }

  @Override
  public void publish(LogRecord record) {
    if (!isLoggable(record)) {
      return;
    }
    Map<String, Object> fields = new HashMap<>();
    Object[] parameters = record.getParameters();
    if (parameters != null && parameters.length == 1 && parameters[0] instanceof Map<?, ?> map) {
      map.forEach((name, value) -> fields.put(String.valueOf(name), value));
    }
    String name = record.getLoggerName() == null ? "" : record.getLoggerName();
    log.debug(name.substring(name.lastIndexOf('.') + 1), formatter.formatMessage(record), fields);
  }

  @Override
  public void flush() {
    // Lines are not held back.
  }

  @Override
  public void close() {
    for (Former former : formers) {
      former.logger().removeHandler(this);
      former.logger().setLevel(former.level());
      former.logger().setUseParentHandlers(former.parents());
    }
  }
}
