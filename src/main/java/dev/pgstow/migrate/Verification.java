package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Runs verify scripts, each in a transaction that is rolled back. */
final class Verification {
  private final ChangeRunner runner;

  Verification(ChangeRunner runner) {
    this.runner = runner;
  }

  /** What came of a script; {@code error} is empty if it passed. */
  record Outcome(boolean unchecked, Optional<ScriptError> error) {}

  /**
   * Verifies a change.
   *
   * @throws Failure if it can't be told: the connection is lost, or somebody cancelled
   */
  Outcome verify(ModulePlan plan, String change) {
    Path file = plan.script(ScriptKind.VERIFY, change);
    if (!Files.exists(file)) {
      return new Outcome(true, Optional.empty());
    }
    Script script;
    try {
      script = Script.of(ScriptFile.read(file), runner.standardConforming());
    } catch (Failure e) {
      return new Outcome(false, Optional.of(ScriptError.unread(plan.name(), change, file, e)));
    }
    if (script.statements().isEmpty()) {
      return new Outcome(true, Optional.empty());
    }
    boolean unchecked = ScriptText.isTriviallyTrue(script);
    runner.checkCancelled();
    runner.session().execute("BEGIN", "beginning a transaction");
    try {
      runner.verify(plan.name(), change, script);
      return new Outcome(unchecked, Optional.empty());
    } catch (ScriptFailure e) {
      if (e.ident().equals("connection-lost")) {
        throw e;
      }
      return new Outcome(unchecked, Optional.of(e.error()));
    } finally {
      runner.rollBack();
    }
  }
}
