package dev.pgstow.prove;

import dev.pgstow.catalog.CatalogDiff;
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
 * @param catalogs how the objects of the exported schemas compare, the source's renamed; empty if
 *     they could not be compared
 */
public record ProofResult(
    List<String> modules,
    String source,
    String scratch,
    ModuleCycle.Outcome cycle,
    Optional<RowComparison> rows,
    Optional<CatalogDiff> catalogs,
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
    Optional<CatalogDiff> objects = catalogs.filter(it -> !it.isEmpty());
    if (objects.isPresent()) {
      return Optional.of(objectsDiffer(objects.get()));
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

  private Failure objectsDiffer(CatalogDiff diff) {
    long differing = rows.map(RowComparison::differing).orElse(0L);
    return notProved(
        (diff.size() == 1 ? "1 object is" : diff.size() + " objects are")
            + " not what the source has now"
            + (differing == 0
                ? "."
                : ", nor " + (differing == 1 ? "is 1 row." : "are " + differing + " rows.")),
        "Either a script was edited, or the source has changed since, or something changed it"
            + " without an action. Export again, then prove again.");
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
