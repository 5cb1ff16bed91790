package dev.pgstow.drift;

import dev.pgstow.failure.Failure;
import java.util.ArrayList;
import java.util.List;

/** Stops a run from any thread: what is under way is told, what would begin fails. */
final class StopSwitch {
  private final List<Runnable> under = new ArrayList<>();
  private boolean stopped;

  /** Something that can be stopped from now on; fails if all is stopped already. */
  synchronized void on(Runnable stop) {
    check();
    under.add(stop);
  }

  synchronized void check() {
    if (stopped) {
      throw Failure.interrupted("Cancelled. Nothing was changed.");
    }
  }

  synchronized boolean isStopped() {
    return stopped;
  }

  void stop() {
    List<Runnable> all;
    synchronized (this) {
      stopped = true;
      all = List.copyOf(under);
    }
    all.forEach(Runnable::run);
  }
}
