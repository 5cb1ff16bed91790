package dev.pgstow.wizard;

import dev.pgstow.display.DisplayWidth;
import java.util.List;

/** A row of buttons, one of which is chosen. */
final class Buttons {
  private final List<String> labels;
  private int chosen;

  Buttons(List<String> labels, int chosen) {
    this.labels = List.copyOf(labels);
    this.chosen = chosen;
  }

  int count() {
    return labels.size();
  }

  int chosen() {
    return chosen;
  }

  void move(int by) {
    chosen = Math.floorMod(chosen + by, labels.size());
  }

  int width() {
    return labels.stream().mapToInt(label -> DisplayWidth.of(label) + 6).sum() - 2;
  }

  /** Draws them; brackets, not colour alone, show the chosen one. */
  void draw(Canvas canvas, int column, int row, boolean focused) {
    int at = column;
    for (int i = 0; i < labels.size(); i++) {
      boolean here = i == chosen;
      String text = here ? "[ " + labels.get(i) + " ]" : "  " + labels.get(i) + "  ";
      at =
          canvas.put(
              at, row, text, here && focused ? Role.SELECTED : here ? Role.TITLE : Role.TEXT);
      at += 2;
    }
  }

  /** Chooses the button that was clicked; false if none was. */
  boolean click(int offset) {
    int at = 0;
    for (int i = 0; i < labels.size(); i++) {
      int width = DisplayWidth.of(labels.get(i)) + 4;
      if (offset >= at && offset < at + width) {
        chosen = i;
        return true;
      }
      at += width + 2;
    }
    return false;
  }
}
