package dev.pgstow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.display.Redactor;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.failure.Failure;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;

/**
 * What a run tells beside its results, on standard error: lines for people, or a JSON object a line
 * with {@code time}, {@code level} and {@code message}. Secrets are taken out. Thread-safe.
 */
public final class Log {
  private static final String WARNING = "warning: ";

  private final PrintStream err;
  private final LogFormat format;
  private final boolean quiet;
  private final Redactor redactor;
  private final Clock clock;

  Log(PrintStream err, LogFormat format, boolean quiet, Redactor redactor, Clock clock) {
    this.err = err;
    this.format = format;
    this.quiet = quiet;
    this.redactor = redactor;
    this.clock = clock;
  }

  /** Plain lines. */
  static Log plain(PrintStream err) {
    return new Log(err, LogFormat.TEXT, false, Redactor.patterns(), Clock.systemUTC());
  }

  /** The one that flags and configuration ask for. */
  static Log of(Preferences preferences, Surroundings surroundings) {
    return new Log(
        surroundings.err(),
        preferences.text("--log-format").flatMap(LogFormat::of).orElse(LogFormat.TEXT),
        preferences.isOn("--quiet") || preferences.words().contains("-q"),
        KnownSecrets.redactor(preferences.words(), surroundings.environment()),
        Clock.systemUTC());
  }

  /** Whether it is written as JSON. */
  boolean isJson() {
    return format == LogFormat.JSON;
  }

  /** What prints lines into it. */
  PrintStream stream() {
    return isJson() ? LineStream.of(this::line) : err;
  }

  private void line(String line) {
    if (line.startsWith(WARNING)) {
      write("warning", line.substring(WARNING.length()), Map.of());
    } else if (!line.isBlank()) {
      write("info", line, Map.of());
    }
  }

  /** Says what is going on, unless that is not wanted. */
  void say(String line) {
    if (quiet) {
      return;
    }
    if (isJson()) {
      line(line);
    } else {
      err.println(Sanitizer.visible(line));
    }
  }

  /** A line of the time and detail that {@code --debug} is for. */
  void debug(String what, String message, Map<String, ?> fields) {
    if (isJson()) {
      ObjectNode line = JsonNodeFactory.instance.objectNode().put("logger", what);
      fields.forEach((name, value) -> line.putPOJO(name, value));
      write("debug", message, line);
    } else {
      StringBuilder line = new StringBuilder("debug: ").append(what).append(": ").append(message);
      Object milliseconds = fields.get("milliseconds");
      if (milliseconds != null) {
        line.append(" (").append(milliseconds).append(" ms)");
      }
      err.println(Sanitizer.visible(redactor.redact(line.toString())));
    }
  }

  /** A failure, and where it comes from if {@code trace}. */
  void failure(Failure failure, Throwable thrown, boolean trace) {
    StringWriter stack = new StringWriter();
    if (trace) {
      thrown.printStackTrace(new PrintWriter(stack, true));
    }
    if (isJson()) {
      ObjectNode line = JsonNodeFactory.instance.objectNode();
      line.put("ident", failure.ident()).put("hint", redactor.redact(failure.hint()));
      line.put("exit", failure.exitCode().code());
      if (trace) {
        line.put("stack", redactor.redact(stack.toString()));
      }
      write("error", failure.getMessage(), line);
      return;
    }
    err.println("pgstow: " + shown(failure.getMessage()));
    if (!failure.hint().isEmpty()) {
      err.println("  " + shown(failure.hint()).replace("\n", "\n  "));
    }
    if (trace) {
      redactor.redact(stack.toString()).lines().map(Log::traceLine).forEach(err::println);
    }
    err.flush();
  }

  /** Text without secrets and without what a terminal would obey. */
  private String shown(String text) {
    return Sanitizer.visibleLines(redactor.redact(text));
  }

  /** A line of a stack trace, of which exceptions quote what servers say. */
  private static String traceLine(String line) {
    String text = line.stripLeading();
    return line.substring(0, line.length() - text.length()) + Sanitizer.visible(text);
  }

  private void write(String level, String message, Map<String, ?> fields) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    fields.forEach((name, value) -> line.putPOJO(name, value));
    write(level, message, line);
  }

  /** A record; what it has further is put behind time, level and message. */
  void write(String level, String message, ObjectNode fields) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("time", clock.instant().toString()).put("level", level);
    line.put("message", redactor.redact(message));
    line.setAll(fields);
    err.println(JsonLine.of(line));
    err.flush();
  }
}
