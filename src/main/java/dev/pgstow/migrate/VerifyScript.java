package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What verifies a change.
 *
 * @param script empty if there is nothing to run
 * @param unchecked whether it checks nothing: it is missing or empty, or selects constants only
 * @param unread why it can't be run, if it can't
 */
record VerifyScript(
    String change, Optional<Script> script, boolean unchecked, Optional<ScriptError> unread) {
  /** What a rollback does not undo, so that running it twice may differ. */
  private static final Set<String> LASTING = Set.of("prepare", "deallocate", "discard", "load");

  private static VerifyScript nothing(String change) {
    return new VerifyScript(change, Optional.empty(), true, Optional.empty());
  }

  /** Reads one. */
  static VerifyScript read(ModulePlan plan, String change, boolean standardConforming) {
    Path file = plan.script(ScriptKind.VERIFY, change);
    if (!Files.exists(file)) {
      return nothing(change);
    }
    Script script;
    try {
      script = Script.of(ScriptFile.read(file), standardConforming);
    } catch (Failure e) {
      ScriptError error = ScriptError.unread(plan.name(), change, file, e);
      return new VerifyScript(change, Optional.empty(), false, Optional.of(error));
    }
    return script.statements().isEmpty()
        ? nothing(change)
        : new VerifyScript(
            change, Optional.of(script), ScriptText.isTriviallyTrue(script), Optional.empty());
  }

  /** Whether it may be sent with others, and run again alone if one of them fails. */
  boolean isRepeatable() {
    return script.isEmpty()
        || (!script.get().setsStringSyntax()
            && script.get().statements().stream().noneMatch(it -> LASTING.contains(it.word(0))));
  }
}
