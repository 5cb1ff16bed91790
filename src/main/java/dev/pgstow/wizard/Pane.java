package dev.pgstow.wizard;

import java.util.List;

/** Lines that can be scrolled. */
final class Pane {

  /** A line and its role. */
  record Line(String text, Role role) {}

  private static final List<Hint> HINTS =
      List.of(
          Hint.quiet(Action.DOWN),
          Hint.quiet(Action.PAGE_UP),
          Hint.quiet(Action.PAGE_DOWN),
          Hint.quiet(Action.FIRST),
          Hint.quiet(Action.LAST));

  private List<Line> lines;
  private int top;
  private int height = 1;

  Pane(List<Line> lines) {
    this.lines = lines;
  }

  void lines(List<Line> value) {
    lines = value;
  }

  /** What it does with keys, besides {@link Action#UP}. */
  static List<Hint> hints() {
    return HINTS;
  }

  /** Whether there is more than fits. */
  boolean scrolls() {
    return lines.size() > height;
  }

  void draw(Canvas canvas) {
    height = Math.max(1, canvas.height());
    top = Math.max(0, Math.min(top, lines.size() - height));
    for (int i = 0; i < height && top + i < lines.size(); i++) {
      Line line = lines.get(top + i);
      canvas.put(0, i, line.text(), line.role());
    }
  }

  /** Where it is scrolled to, such as {@code 1-16 of 120}; nothing if all fits. */
  String position() {
    return scrolls()
        ? Numbers.of(top + 1L)
            + "-"
            + Numbers.of(Math.min(lines.size(), top + height))
            + " of "
            + Numbers.of(lines.size())
        : "";
  }

  void on(Action action) {
    switch (action) {
      case UP -> top--;
      case DOWN -> top++;
      case PAGE_UP -> top -= height;
      case PAGE_DOWN -> top += height;
      case FIRST -> top = 0;
      case LAST -> top = lines.size();
      default -> {}
    }
    top = Math.max(0, Math.min(top, lines.size() - height));
  }
}
