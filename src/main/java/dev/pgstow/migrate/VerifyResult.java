package dev.pgstow.migrate;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What verifying found.
 *
 * @param passed how many changes passed, those of {@code unchecked} included
 * @param unchecked changes whose script is missing or empty, or selects constants only; {@code
 *     module:change}
 * @param failures in order; one for each change that failed
 */
public record VerifyResult(
    int passed, List<String> unchecked, List<ScriptError> failures, Duration elapsed) {
  private static final int SHOWN = 20;

  /** Copies the lists. */
  public VerifyResult {
    unchecked = List.copyOf(unchecked);
    failures = List.copyOf(failures);
  }

  /** The failure {@code verify-failed}, exit 3, naming what failed; empty if all passed. */
  public Optional<Failure> failure() {
    if (failures.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder message = new StringBuilder();
    message
        .append(failures.size())
        .append(
            failures.size() == 1
                ? " change fails its verification:"
                : " changes fail their verification:");
    failures.stream()
        .limit(SHOWN)
        .forEach(
            error ->
                message
                    .append("\n  ")
                    .append(error.module())
                    .append(':')
                    .append(error.change())
                    .append(": ")
                    .append(error.sentence()));
    if (failures.size() > SHOWN) {
      message.append("\n  and ").append(failures.size() - SHOWN).append(" more");
    }
    return Optional.of(
        new Failure(
            ExitCode.VERIFICATION,
            "verify-failed",
            message.toString(),
            "Compare the database with the deploy scripts of these changes.",
            null));
  }
}
