package dev.pgstow.migrate;

import java.time.Duration;
import java.util.List;

/**
 * What a revert did.
 *
 * @param reverted names of changes, in the order they were reverted
 * @param stillVerified those whose verify script, which checks something, still passes: their
 *     revert script undid nothing it looks at
 */
public record RevertResult(
    String module, List<String> reverted, List<String> stillVerified, Duration elapsed) {
  /** Copies the lists. */
  public RevertResult {
    reverted = List.copyOf(reverted);
    stillVerified = List.copyOf(stillVerified);
  }
}
