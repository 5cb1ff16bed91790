package dev.pgstow.prove;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.migrate.ModuleCycle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a proof found.
 *
 * @param modules the modules that were deployed together
 * @param source the source, for people
 * @param scratch the server of the scratch database, for people
 * @param cycle how they went through deploy, verify, revert and deploy again
 * @param rows how the metadata rows compare; empty if the cycle failed, so that there is nothing to
 *     compare
 */
public record ProofResult(
    List<String> modules,
    String source,
    String scratch,
    ModuleCycle.Outcome cycle,
    Optional<RowComparison> rows,
    Duration elapsed) {
  /** Copies the list. */
  public ProofResult {
    modules = List.copyOf(modules);
  }

  /** Whether the modules are proved. */
  public boolean isClean() {
    return failure().isEmpty();
  }

  /** The failure {@code not-proved}, exit 3, that says why; empty if the modules are proved. */
  public Optional<Failure> failure() {
    if (cycle.failure().isPresent()) {
      Failure failure = cycle.failure().get();
      return Optional.of(
          notProved(
              names() + " failed to " + cycle.step().label() + ": " + failure.getMessage(),
              failure.hint()));
    }
    return rows.filter(it -> it.differing() > 0)
        .map(
            it ->
                notProved(
                    (it.differing() == 1 ? "1 row" : it.differing() + " rows")
                        + (it.differing() == 1 ? " is" : " are")
                        + " not what the source has now.",
                    advice(it)));
  }

  private String names() {
    return String.join(" and ", modules);
  }

  private static String advice(RowComparison rows) {
    return rows.edited().isEmpty()
        ? "The deploy scripts are as they were exported, so the source has probably changed since."
            + " Export again, then prove again."
        : "Edited since the export: "
            + String.join(", ", rows.edited())
            + ". If it is not that, the source has changed since. Export again, then prove again.";
  }

  private static Failure notProved(String message, String hint) {
    return new Failure(ExitCode.VERIFICATION, "not-proved", message, hint, null);
  }
}
