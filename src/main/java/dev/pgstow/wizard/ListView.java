package dev.pgstow.wizard;

import dev.pgstow.prompt.Choice;
import java.util.ArrayList;
import java.util.List;

/** A windowed list with a filter; what a row looks like and what Enter does is the subclass's. */
abstract class ListView<R> extends View<R> {
  private static final int LIST_TOP = 2;
  private static final int BELOW = 3;

  private final String message;
  private final Rows rows;
  private LineEditor filter = new LineEditor("");
  private boolean filtering;
  private int height = 1;

  ListView(String message, List<Choice> choices) {
    this.message = message;
    this.rows = new Rows(choices);
  }

  final Rows rows() {
    return rows;
  }

  final boolean filtering() {
    return filtering;
  }

  /** Draws a choice in a canvas of one row, from column 3; the cursor mark is drawn already. */
  abstract void drawRow(Canvas row, Choice choice, boolean selected);

  /** What stands at the right of the heading besides the filter. */
  abstract String info();

  /** Draws the two lines below the list. */
  abstract void drawNote(Canvas note);

  @Override
  void draw(Canvas canvas) {
    heading(canvas);
    height = Math.max(1, canvas.height() - LIST_TOP - BELOW);
    int top = rows.top(height);
    for (int i = 0; i < height && top + i < rows.size(); i++) {
      boolean selected = top + i == rows.cursor();
      Canvas row = canvas.part(0, LIST_TOP + i, canvas.width(), 1);
      if (selected) {
        row.fill(0, " ", Role.SELECTED);
        row.put(1, 0, canvas.glyphs().cursor(), Role.SELECTED);
      }
      drawRow(row, rows.at(top + i), selected);
    }
    if (rows.size() == 0) {
      canvas.put(
          3,
          LIST_TOP,
          rows.total() == 0 ? "There is nothing to choose from." : "Nothing matches the filter.",
          Role.DIM);
    }
    more(canvas, top);
    drawNote(canvas.part(0, canvas.height() - 2, canvas.width(), 2));
  }

  private void heading(Canvas canvas) {
    int after = canvas.put(1, 0, message, Role.TITLE) + 2;
    String right = info();
    if (filtering || rows.isFiltered()) {
      int room = Math.min(24, Math.max(8, canvas.width() - after - right.length() - 5));
      int column = canvas.width() - room - 1;
      canvas.part(0, 0, column - 1, 1).putRight(0, right, Role.DIM, 1);
      canvas.put(column - 1, 0, "/", Role.KEY);
      if (filtering) {
        filter.draw(canvas, column, 0, room);
      } else {
        canvas.put(column, 0, filter.text(), Role.ACCENT);
      }
    } else {
      canvas.part(after, 0, canvas.width() - after, 1).putRight(0, right, Role.DIM, 1);
    }
  }

  private void more(Canvas canvas, int top) {
    int below = rows.size() - top - height;
    if (below > 0 || top > 0) {
      String text =
          (top > 0 ? canvas.glyphs().up() + " " + Numbers.of(top) + " above  " : "")
              + (below > 0 ? canvas.glyphs().down() + " " + Numbers.of(below) + " below" : "");
      canvas.putRight(LIST_TOP + height, text.strip(), Role.DIM, 1);
    }
  }

  /** Hints for moving and filtering, around those of the subclass. */
  final List<Hint> listHints(List<Hint> own) {
    List<Hint> hints = new ArrayList<>();
    hints.add(new Hint(Action.UP, "move"));
    hints.addAll(own);
    hints.add(new Hint(Action.FILTER, filtering ? "" : "filter"));
    hints.add(Hint.quiet(Action.DOWN));
    hints.add(Hint.quiet(Action.PAGE_UP));
    hints.add(Hint.quiet(Action.PAGE_DOWN));
    if (filtering) {
      hints.addAll(LineEditor.hints());
    } else {
      hints.add(Hint.quiet(Action.FIRST));
      hints.add(Hint.quiet(Action.LAST));
    }
    return hints;
  }

  @Override
  void on(Action action) {
    if (filtering && filter.on(action)) {
      rows.filter(filter.text());
      return;
    }
    switch (action) {
      case UP -> rows.move(-1);
      case DOWN -> rows.move(1);
      case PAGE_UP -> rows.move(-height);
      case PAGE_DOWN -> rows.move(height);
      case FIRST -> rows.moveTo(0);
      case LAST -> rows.moveTo(rows.size() - 1);
      case FILTER -> filtering = true;
      default -> {}
    }
  }

  /** Keeps the filter, and gives letters their meaning back. */
  final void stopFiltering() {
    filtering = false;
  }

  @Override
  final boolean typing() {
    return filtering;
  }

  @Override
  void type(String text) {
    if (filtering) {
      filter.insert(text);
      rows.filter(filter.text());
    }
  }

  @Override
  boolean escape() {
    if (!filtering && !rows.isFiltered()) {
      return false;
    }
    filtering = false;
    filter = new LineEditor("");
    rows.filter("");
    return true;
  }

  @Override
  final void click(int column, int row) {
    int index = rows.top(height) + row - LIST_TOP;
    if (row >= LIST_TOP && row < LIST_TOP + height && index < rows.size()) {
      boolean again = index == rows.cursor();
      rows.moveTo(index);
      clicked(again);
    }
  }

  /** The row under the cursor was clicked; {@code again} if the cursor was there before. */
  abstract void clicked(boolean again);
}
