package dev.pgstow.progress;

import dev.pgstow.display.DisplayWidth;
import dev.pgstow.display.Sanitizer;
import java.util.OptionalLong;

/** A line that is drawn over, of {@link #COLUMNS} at most: one that wraps would be left behind. */
final class ProgressLine {
  /** One less than the narrowest usual terminal has. */
  static final int COLUMNS = 79;

  private static final int LABEL = 28;
  private static final int BAR = 24;

  private ProgressLine() {}

  /**
   * What is worked on and how far it is; without a bar where there is no room beside the pace.
   *
   * @param pace with blanks before it, or empty
   */
  static String of(String label, long done, OptionalLong whole, String pace) {
    String name = DisplayWidth.cutMiddle(Sanitizer.visible(label), LABEL);
    String head = "◉ %s %10s".formatted(DisplayWidth.pad(name, LABEL), ProgressText.count(done));
    if (whole.isEmpty() || whole.getAsLong() <= 0) {
      return DisplayWidth.cut(head + pace, COLUMNS);
    }
    double part = Math.min(0.99, (double) done / whole.getAsLong());
    int filled = (int) (part * BAR);
    String bar = "  " + "█".repeat(filled) + "░".repeat(BAR - filled);
    String rest = " %3d %%".formatted((int) (part * 100)) + pace;
    String line = head + bar + rest;
    return DisplayWidth.of(line) <= COLUMNS ? line : DisplayWidth.cut(head + rest, COLUMNS);
  }
}
