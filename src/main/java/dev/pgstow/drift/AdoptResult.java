package dev.pgstow.drift;

import dev.pgstow.migrate.DeployResult;
import java.time.Duration;
import java.util.List;

/**
 * What was adopted.
 *
 * @param recorded the changes that are recorded as deployed now
 * @param compared how many objects were compared
 * @param unchecked changes whose verify script checks nothing; {@code module:change}
 */
public record AdoptResult(
    DeployResult recorded, int compared, List<String> unchecked, Duration elapsed) {
  /** Copies the list. */
  public AdoptResult {
    unchecked = List.copyOf(unchecked);
  }
}
