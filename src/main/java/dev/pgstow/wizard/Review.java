package dev.pgstow.wizard;

import java.util.List;
import java.util.Optional;

/**
 * Everything that is about to happen, before it does.
 *
 * @param lines the answers
 * @param outputs what will be written and where
 * @param warnings what to think about first
 * @param options what can still be switched on or off
 */
public record Review(
    List<Line> lines, List<Line> outputs, List<String> warnings, List<Option> options) {
  /** Copies the lists. */
  public Review {
    lines = List.copyOf(lines);
    outputs = List.copyOf(outputs);
    warnings = List.copyOf(warnings);
    options = List.copyOf(options);
  }

  /**
   * A line.
   *
   * @param question id of the question that changes it; empty if none does
   */
  public record Line(String label, String value, Optional<String> question) {}

  /**
   * Something that can be left out or taken in, such as a metadata table beyond the documented
   * ones. The values of the options that are on become the answer {@code answer}.
   *
   * @param answer id of the answer; several options share one
   * @param value what it adds to the answer while it is on
   */
  public record Option(String answer, String value, String label, boolean on) {}
}
