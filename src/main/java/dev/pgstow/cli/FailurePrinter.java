package dev.pgstow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.io.PrintStream;

/** Tells a person what failed and what to do, and maps it to an exit code. */
final class FailurePrinter {
  private final PrintStream out;
  private final Log log;
  private final boolean json;
  private final boolean debug;

  FailurePrinter(PrintStream out, PrintStream err, boolean json, boolean debug) {
    this(out, Log.plain(err), json, debug);
  }

  FailurePrinter(PrintStream out, Log log, boolean json, boolean debug) {
    this.out = out;
    this.log = log;
    this.json = json;
    this.debug = debug;
  }

  /** Prints a failure; returns the exit code. */
  int print(Throwable thrown) {
    Failure failure = thrown instanceof Failure known ? known : unexpected(thrown);
    log.failure(failure, thrown, debug);
    return tell(failure);
  }

  /** The failure as an event, where events are wanted; returns the exit code. */
  private int tell(Failure failure) {
    if (json) {
      ObjectNode event = JsonNodeFactory.instance.objectNode();
      event.put("event", "failure");
      event.put("ident", failure.ident());
      event.put("message", failure.getMessage());
      event.put("hint", failure.hint());
      event.put("exit", failure.exitCode().code());
      out.println(JsonLine.of(event));
    }
    return failure.exitCode().code();
  }

  private static Failure unexpected(Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      return new Failure(
          ExitCode.FAILED,
          "out-of-memory",
          "The Java heap is too small for this.",
          "Give it more with PGSTOW_JAVA_OPTS=-Xmx512m.",
          thrown);
    }
    String what = thrown.getMessage() == null ? thrown.getClass().getName() : thrown.getMessage();
    return new Failure(
        ExitCode.FAILED,
        "unexpected",
        "Something unforeseen went wrong: " + what,
        "Run it again with --debug and report what it prints.",
        thrown);
  }
}
