package dev.pgstow.migrate;

import dev.pgstow.progress.Activity;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Verifies changes of one module after another, and keeps what came of it. {@code alone} sends one
 * script at a time, so that what the server says is told once, and behind the change it is about.
 */
final class VerificationRun {
  /** Scripts read at once, by all processors. */
  private static final int CHUNK = 256;

  private final ChangeRunner runner;
  private final Verification verification;
  private final boolean alone;
  private final ProgressListener listener;
  private final List<String> unchecked = new ArrayList<>();
  private final List<ScriptError> failures = new ArrayList<>();
  private int passed;

  VerificationRun(ChangeRunner runner, boolean alone, ProgressListener listener) {
    this.runner = runner;
    this.verification = new Verification(runner);
    this.alone = alone;
    this.listener = listener;
  }

  /** Verifies changes of a module. */
  void run(ModulePlan plan, List<String> changes) {
    final long start = System.nanoTime();
    for (int from = 0; from < changes.size(); from += CHUNK) {
      List<VerifyScript> scripts =
          changes.subList(from, Math.min(from + CHUNK, changes.size())).parallelStream()
              .map(change -> VerifyScript.read(plan, change, runner.standardConforming()))
              .toList();
      int at = 0;
      while (at < scripts.size()) {
        List<VerifyScript> rest = scripts.subList(at, scripts.size());
        int count = alone ? 1 : verification.next(rest);
        run(plan, rest.subList(0, count), from + at, changes.size());
        at += count;
      }
    }
    if (!changes.isEmpty()) {
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      listener.on(
          new ProgressEvent.ModuleFinished(Activity.VERIFY, plan.name(), changes.size(), elapsed));
    }
  }

  private void run(ModulePlan plan, List<VerifyScript> scripts, int before, int total) {
    final long start = System.nanoTime();
    int number = before;
    for (VerifyScript script : scripts) {
      listener.on(
          new ProgressEvent.ChangeStarted(
              Activity.VERIFY, plan.name(), script.change(), ++number, total));
    }
    List<Verification.Outcome> outcomes = verification.verify(plan.name(), scripts);
    Duration each = Duration.ofNanos((System.nanoTime() - start) / scripts.size());
    for (Verification.Outcome outcome : outcomes) {
      String change = outcome.script().change();
      outcome.error().ifPresent(failures::add);
      if (outcome.error().isEmpty()) {
        passed++;
        listener.on(new ProgressEvent.ChangeFinished(Activity.VERIFY, plan.name(), change, each));
      }
      if (outcome.script().unchecked()) {
        unchecked.add(plan.qualified(change));
      }
    }
  }

  VerifyResult result(Duration elapsed) {
    return new VerifyResult(passed, unchecked, failures, elapsed);
  }
}
