package dev.pgstow.rows;

import java.time.Duration;
import java.util.List;

/**
 * What reading an export again has shown.
 *
 * @param problems what is not as {@code metadata.json} says; empty if all is well
 */
public record DataVerification(
    int tables, long rows, long bytes, List<Problem> problems, Duration elapsed) {

  /** Copies what it is given. */
  public DataVerification {
    problems = List.copyOf(problems);
  }

  /** Something wrong with a file; {@code what} is the end of a sentence that starts with it. */
  public record Problem(String file, String what) {}
}
