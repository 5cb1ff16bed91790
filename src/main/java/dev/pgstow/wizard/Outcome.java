package dev.pgstow.wizard;

import java.util.List;

/**
 * What came of a proof, a deployment or a detour.
 *
 * @param isGood whether it is as it should be
 * @param headline such as {@code Deployed 84 changes to crm_dev}
 * @param next what can be done with it right away
 */
public record Outcome(boolean isGood, String headline, List<Line> lines, List<Detour> next) {

  /** Copies the lists. */
  public Outcome {
    lines = List.copyOf(lines);
    next = List.copyOf(next);
  }

  /** With nothing to be done right away. */
  public Outcome(boolean isGood, String headline, List<Line> lines) {
    this(isGood, headline, lines, List.of());
  }

  /** What a line is. */
  public enum Kind {
    TITLE,
    TEXT,
    PROBLEM,
    NOTE
  }

  /**
   * A line.
   *
   * @param label what the text is, such as {@code SQLSTATE}; empty for none
   */
  public record Line(Kind kind, String label, String text) {

    /** A line without a label. */
    public static Line of(Kind kind, String text) {
      return new Line(kind, "", text);
    }
  }
}
