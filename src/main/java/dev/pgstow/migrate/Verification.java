package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs verify scripts, each in a transaction of its own that is rolled back. Several are sent
 * without waiting in between; should one of them fail, they are run again one by one to tell which.
 */
final class Verification {
  /** With BEGIN and ROLLBACK, what one batch of the sender holds. */
  private static final int MAX_STATEMENTS = 90;

  private static final int MAX_CHARACTERS = 50_000;
  private static final long TARGET_NANOS = 20_000_000;

  private final ChangeRunner runner;
  private int size = 1;

  Verification(ChangeRunner runner) {
    this.runner = runner;
  }

  /** What came of a script; {@code error} is empty if it passed. */
  record Outcome(VerifyScript script, Optional<ScriptError> error) {}

  /** How many scripts from the first on are to be run next; as take some hundredths of a second. */
  int next(List<VerifyScript> scripts) {
    int statements = 0;
    long characters = 0;
    int count = 0;
    while (count < Math.min(size, scripts.size()) && scripts.get(count).isRepeatable()) {
      Optional<Script> script = scripts.get(count).script();
      statements += script.map(it -> it.statements().size() + 2).orElse(0);
      characters += script.map(it -> it.text().length()).orElse(0);
      if (statements > MAX_STATEMENTS || characters > MAX_CHARACTERS) {
        break;
      }
      count++;
    }
    return Math.max(1, count);
  }

  /**
   * Runs scripts of a module.
   *
   * @throws Failure if it can't be told: the connection is lost, or somebody cancelled
   */
  List<Outcome> verify(String module, List<VerifyScript> scripts) {
    runner.checkCancelled();
    long start = System.nanoTime();
    if (scripts.size() > 1 && pass(scripts)) {
      adapt(System.nanoTime() - start);
      return scripts.stream().map(it -> new Outcome(it, it.unread())).toList();
    }
    List<Outcome> outcomes = scripts.stream().map(it -> verify(module, it)).toList();
    adapt(System.nanoTime() - start);
    return outcomes;
  }

  private void adapt(long took) {
    size = took < TARGET_NANOS ? Math.min(MAX_STATEMENTS, size * 2) : Math.max(1, size / 2);
  }

  /** Whether all of them pass. */
  private boolean pass(List<VerifyScript> scripts) {
    List<String> all = new ArrayList<>();
    for (VerifyScript script : scripts) {
      script
          .script()
          .ifPresent(
              it -> {
                all.add("BEGIN");
                all.addAll(it.sql());
                all.add("ROLLBACK");
              });
    }
    try {
      runner.send(all);
      return true;
    } catch (StatementFailed e) {
      // Running them one by one tells the same, and of which script.
      runner.rollBack();
      return false;
    }
  }

  /**
   * Runs one script.
   *
   * @throws Failure as {@link #verify(String, List)}
   */
  Outcome verify(String module, VerifyScript script) {
    if (script.script().isEmpty()) {
      return new Outcome(script, script.unread());
    }
    runner.checkCancelled();
    runner.session().execute("BEGIN", "beginning a transaction");
    try {
      runner.verify(module, script.change(), script.script().get());
      return new Outcome(script, Optional.empty());
    } catch (ScriptFailure e) {
      if (e.ident().equals("connection-lost")) {
        throw e;
      }
      return new Outcome(script, Optional.of(e.error()));
    } finally {
      runner.rollBack();
    }
  }
}
