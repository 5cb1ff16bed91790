package dev.pgstow.wizard;

import java.util.List;

/**
 * What came of proving or deploying.
 *
 * @param isGood whether it is as it should be
 * @param headline such as {@code Deployed 84 changes to crm_dev}
 */
public record Outcome(boolean isGood, String headline, List<Line> lines) {

  /** Copies the list. */
  public Outcome {
    lines = List.copyOf(lines);
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
