package dev.pgstow.wizard;

import dev.pgstow.display.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/** Draws what surrounds a view: title, server and steps above, the keys that work below. */
final class Frame {
  static final int MIN_WIDTH = 60;
  static final int MIN_HEIGHT = 18;
  private static final int HEADER = 3;
  private static final int FOOTER = 2;

  private Frame() {}

  /** The part of the screen a view draws on. */
  static Canvas body(Canvas all) {
    return all.part(0, HEADER, all.width(), all.height() - HEADER - FOOTER);
  }

  /** Row of the screen where the body begins. */
  static int bodyTop() {
    return HEADER;
  }

  static boolean fits(Canvas all) {
    return all.width() >= MIN_WIDTH && all.height() >= MIN_HEIGHT;
  }

  static void tooSmall(Canvas all) {
    all.clear();
    String[] lines = {
      "pgstow needs " + MIN_WIDTH + "x" + MIN_HEIGHT,
      "this window is " + all.width() + "x" + all.height(),
      "make it larger to go on"
    };
    int row = Math.max(0, all.height() / 2 - 1);
    for (String line : lines) {
      all.put(Math.max(0, (all.width() - line.length()) / 2), row++, line, Role.TEXT);
    }
  }

  static void draw(Canvas all, Chrome chrome, View<?> view) {
    all.clear();
    int after = all.put(1, 0, "pgstow", Role.ACCENT);
    after = all.put(after + 2, 0, chrome.title(), Role.TITLE);
    Canvas right = all.part(after + 2, 0, all.width() - after - 2, 1);
    right.putRight(0, chrome.server(), Role.DIM, 1);
    steps(all, chrome);
    all.fill(2, all.glyphs().line(), Role.DIM);
    all.fill(all.height() - 2, all.glyphs().line(), Role.DIM);
    view.draw(body(all));
    // Last, as drawing shows what there is to scroll.
    footer(all, view);
  }

  private static void steps(Canvas all, Chrome chrome) {
    int gap = 2;
    int names = chrome.steps().stream().mapToInt(DisplayWidth::of).sum();
    int full = names + chrome.steps().size() * (2 + gap) + 1;
    boolean named = full <= all.width() + gap;
    int column = 1;
    for (int i = 0; i < chrome.steps().size(); i++) {
      boolean now = i == chrome.current();
      boolean done = i < chrome.current();
      Glyphs glyphs = all.glyphs();
      String glyph = now ? glyphs.now() : done ? glyphs.done() : glyphs.todo();
      Role role = now ? Role.ACCENT : done ? Role.OK : Role.DIM;
      column = all.put(column, 1, glyph, role);
      if (named || now) {
        Role text = now ? Role.ACCENT : done ? Role.TEXT : Role.DIM;
        column = all.put(column + 1, 1, chrome.steps().get(i), text);
      }
      column += named ? gap : 1;
    }
  }

  private static void footer(Canvas all, View<?> view) {
    List<Hint> shown = new ArrayList<>();
    for (Hint hint : view.hints()) {
      if (!hint.label().isEmpty()) {
        shown.add(hint);
      }
    }
    Hint help = new Hint(Action.HELP, "help");
    int room = all.width() - 1 - width(help, view);
    int column = 1;
    int row = all.height() - 1;
    for (Hint hint : shown) {
      int width = width(hint, view);
      if (column + width + 2 > room) {
        continue;
      }
      column = item(all, column, row, hint, view) + 2;
    }
    item(all, column, row, help, view);
  }

  private static int item(Canvas all, int column, int row, Hint hint, View<?> view) {
    int after = all.put(column, row, keys(hint, view, all.glyphs()), Role.KEY);
    return all.put(after + 1, row, hint.label(), Role.DIM);
  }

  private static int width(Hint hint, View<?> view) {
    return DisplayWidth.of(keys(hint, view, Glyphs.UNICODE)) + 1 + DisplayWidth.of(hint.label());
  }

  private static String keys(Hint hint, View<?> view, Glyphs glyphs) {
    if (hint.action() == Action.HELP && view.typing()) {
      return "f1";
    }
    String shown = Keymap.of(hint.action()).shown();
    return glyphs == Glyphs.ASCII ? shown.replace("↑↓", "^v").replace("←→", "<>") : shown;
  }
}
