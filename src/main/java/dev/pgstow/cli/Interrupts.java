package dev.pgstow.cli;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C, SIGTERM and SIGHUP during one operation: the first stops the work and lets it clean up, a
 * second does not wait. Closing puts the former handlers back.
 */
final class Interrupts implements AutoCloseable {
  private record Former(Signal signal, SignalHandler handler) {}

  private final Consumer<Failure> stop;
  private final Consumer<ExitCode> again;
  private final AtomicReference<@Nullable ExitCode> received = new AtomicReference<>();
  private final List<Former> formers = new ArrayList<>();
  private volatile boolean late;

  private Interrupts(Consumer<Failure> stop, Consumer<ExitCode> again) {
    this.stop = stop;
    this.again = again;
  }

  /**
   * Handles all three.
   *
   * @param stop makes the operation fail soon; called on a thread of its own
   */
  static Interrupts during(Runnable stop) {
    Interrupts interrupts =
        new Interrupts(failure -> stop.run(), code -> Runtime.getRuntime().halt(code.code()));
    interrupts.handle("INT", ExitCode.INTERRUPTED);
    interrupts.handle("TERM", ExitCode.TERMINATED);
    interrupts.handle("HUP", ExitCode.HUNG_UP);
    return interrupts;
  }

  /**
   * Handles SIGTERM and SIGHUP, where Ctrl-C is a key.
   *
   * @param stop makes the operation fail with that failure; called on a thread of its own
   */
  static Interrupts ending(Consumer<Failure> stop) {
    // A second signal still has to give the terminal back, which shutdown hooks do.
    Interrupts interrupts =
        new Interrupts(stop, code -> new Thread(() -> exit(code), "pgstow-exit").start());
    interrupts.handle("TERM", ExitCode.TERMINATED);
    interrupts.handle("HUP", ExitCode.HUNG_UP);
    return interrupts;
  }

  private static void exit(ExitCode code) {
    Runtime.getRuntime().exit(code.code());
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
      again.accept(code);
      return;
    }
    // Off the signal thread, so that a second signal gets through while this waits for the server.
    Thread stopper = new Thread(() -> stop.accept(failure(code)), "pgstow-stop");
    stopper.setDaemon(true);
    stopper.start();
  }

  /**
   * The last moment at which a signal stops the operation; one that comes later lets it finish.
   *
   * @throws Failure if one came already
   */
  void lastChance() {
    Optional<Failure> failure = failure();
    if (failure.isPresent()) {
      throw failure.get();
    }
    late = true;
  }

  /**
   * The failure to report in place of what the interruption broke; none once the last chance has
   * passed.
   */
  Optional<Failure> failure() {
    ExitCode code = received.get();
    return code == null || late ? Optional.empty() : Optional.of(failure(code));
  }

  private static Failure failure(ExitCode code) {
    String ident = code == ExitCode.INTERRUPTED ? "interrupted" : "terminated";
    return new Failure(
        code, ident, "Cancelled. Nothing was changed, nothing is left behind.", "", null);
  }

  @Override
  public void close() {
    formers.forEach(former -> Signal.handle(former.signal(), former.handler()));
  }
}
