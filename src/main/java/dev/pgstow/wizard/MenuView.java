package dev.pgstow.wizard;

import dev.pgstow.display.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/** What can be done instead, to choose from: the index of a detour, or one more to go back. */
final class MenuView extends View<Integer> {
  private static final int GAP = 3;

  private record Item(String label, String purpose) {}

  private final Notice notice;
  private final List<Item> items = new ArrayList<>();
  private final int labels;
  private final int purposes;
  private int cursor;
  private int listTop;

  /**
   * A menu.
   *
   * @param back what going back is called
   * @param start the index the cursor starts on
   */
  MenuView(Notice notice, String back, int start) {
    this.notice = notice;
    for (Detour detour : notice.detours()) {
      items.add(new Item(detour.words().label(), detour.words().purpose()));
    }
    items.add(new Item(back, ""));
    cursor = start;
    labels = items.stream().mapToInt(item -> DisplayWidth.of(item.label())).max().orElse(0);
    purposes = items.stream().mapToInt(item -> DisplayWidth.of(item.purpose())).max().orElse(0);
  }

  @Override
  void draw(Canvas canvas) {
    List<Pane.Line> lines = new ArrayList<>();
    int width = canvas.width() - 2;
    Wrap.lines(notice.title(), width).forEach(text -> lines.add(new Pane.Line(text, Role.TITLE)));
    for (String paragraph : notice.paragraphs()) {
      lines.add(new Pane.Line("", Role.TEXT));
      Wrap.lines(paragraph, width).forEach(text -> lines.add(new Pane.Line(text, Role.TEXT)));
    }
    int room = Math.max(1, canvas.height() - items.size() - 4);
    List<Pane.Line> head = lines.subList(0, Math.min(lines.size(), room));
    new Pane(head).draw(canvas.part(1, 0, width, head.size()));
    listTop = head.size() + 1;
    boolean beside = 3 + labels + GAP + purposes < canvas.width();
    for (int i = 0; i < items.size(); i++) {
      drawItem(canvas.part(0, listTop + i, canvas.width(), 1), i, beside);
    }
    if (!beside) {
      canvas.put(3, listTop + items.size() + 1, items.get(cursor).purpose(), Role.DIM);
    }
  }

  private void drawItem(Canvas row, int index, boolean beside) {
    boolean here = index == cursor;
    if (here) {
      row.fill(0, " ", Role.SELECTED);
      row.put(1, 0, row.glyphs().cursor(), Role.SELECTED);
    }
    row.put(3, 0, items.get(index).label(), here ? Role.SELECTED : Role.TEXT);
    if (beside) {
      Role dim = here ? Role.SELECTED_DIM : Role.DIM;
      row.put(3 + labels + GAP, 0, items.get(index).purpose(), dim);
    }
  }

  @Override
  List<Hint> hints() {
    List<Hint> hints = new ArrayList<>();
    hints.add(new Hint(Action.UP, "move"));
    hints.add(new Hint(Action.ACCEPT, "do it"));
    hints.add(new Hint(Action.BACK, "back"));
    hints.add(Hint.quiet(Action.DOWN));
    hints.add(Hint.quiet(Action.FIRST));
    hints.add(Hint.quiet(Action.LAST));
    return hints;
  }

  @Override
  void on(Action action) {
    switch (action) {
      case UP -> cursor = Math.max(0, cursor - 1);
      case DOWN -> cursor = Math.min(items.size() - 1, cursor + 1);
      case FIRST -> cursor = 0;
      case LAST -> cursor = items.size() - 1;
      case ACCEPT -> finish(cursor);
      case BACK -> finish(items.size() - 1);
      default -> {}
    }
  }

  @Override
  boolean escape() {
    finish(items.size() - 1);
    return true;
  }

  @Override
  void click(int column, int row) {
    int index = row - listTop;
    if (index >= 0 && index < items.size()) {
      cursor = index;
      finish(index);
    }
  }
}
