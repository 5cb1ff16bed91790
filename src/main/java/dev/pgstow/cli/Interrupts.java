package dev.pgstow.cli;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C, SIGTERM and SIGHUP during one operation: the first stops the work and lets it clean up, a
 * second does not wait. Closing puts the former handlers back.
 */
final class Interrupts implements AutoCloseable {
  private record Former(Signal signal, SignalHandler handler) {}

  private final Runnable stop;
  private final AtomicReference<@Nullable ExitCode> received = new AtomicReference<>();
  private final List<Former> formers = new ArrayList<>();

  private Interrupts(Runnable stop) {
    this.stop = stop;
  }

  /**
   * Installs the handlers; {@code stop} makes the operation fail soon and may be called from
   * anywhere.
   */
  static Interrupts during(Runnable stop) {
    Interrupts interrupts = new Interrupts(stop);
    interrupts.handle("INT", ExitCode.INTERRUPTED);
    interrupts.handle("TERM", ExitCode.TERMINATED);
    interrupts.handle("HUP", ExitCode.HUNG_UP);
    return interrupts;
  }

  private void handle(String name, ExitCode code) {
    try {
      Signal signal = new Signal(name);
      formers.add(new Former(signal, Signal.handle(signal, which -> arrived(code))));
    } catch (IllegalArgumentException e) {
      // This system has no such signal, or the JVM keeps it (-Xrs).
      return;
    }
  }

  private void arrived(ExitCode code) {
    if (received.getAndSet(code) != null) {
      Runtime.getRuntime().halt(code.code());
    }
    // Off the signal thread, so that a second signal gets through while this waits for the server.
    Thread stopper = new Thread(stop, "pgstow-stop");
    stopper.setDaemon(true);
    stopper.start();
  }

  /** The failure to report in place of what the interruption broke. */
  Optional<Failure> failure() {
    ExitCode code = received.get();
    return code == null
        ? Optional.empty()
        : Optional.of(
            new Failure(
                code,
                code == ExitCode.INTERRUPTED ? "interrupted" : "terminated",
                "Cancelled. Nothing was changed, nothing is left behind.",
                "",
                null));
  }

  @Override
  public void close() {
    formers.forEach(former -> Signal.handle(former.signal(), former.handler()));
  }
}
