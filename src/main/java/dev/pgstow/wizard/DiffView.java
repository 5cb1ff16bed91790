package dev.pgstow.wizard;

import dev.pgstow.display.DisplayWidth;
import dev.pgstow.display.Sanitizer;
import java.util.ArrayList;
import java.util.List;

/** A unified diff. What a line is stands in its first column; colour only repeats it. */
final class DiffView extends View<Boolean> {
  private final String path;
  private final String note;
  private final Pane pane;

  DiffView(String path, String note, String diff) {
    this.path = path;
    this.note = note;
    List<Pane.Line> lines = new ArrayList<>();
    boolean inHunk = false;
    for (String line : diff.lines().toList()) {
      inHunk |= line.startsWith("@@");
      lines.add(new Pane.Line(expand(line), role(line, inHunk)));
    }
    pane = new Pane(lines);
  }

  /** Within a hunk {@code ---} is a removed SQL comment, not a header. */
  private static Role role(String line, boolean inHunk) {
    if (!inHunk && (line.startsWith("+++") || line.startsWith("---"))) {
      return Role.TITLE;
    }
    if (line.startsWith("@@")) {
      return Role.ACCENT;
    }
    return line.startsWith("+") ? Role.ADDED : line.startsWith("-") ? Role.REMOVED : Role.TEXT;
  }

  private static String expand(String line) {
    return Sanitizer.visible(line.replace("\t", "    "));
  }

  @Override
  void draw(Canvas canvas) {
    int room = canvas.width() - 4 - note.length();
    String name = DisplayWidth.cutMiddle(Sanitizer.visible(path), room);
    int after = canvas.put(1, 0, name, Role.TITLE);
    canvas.put(after + 2, 0, note, Role.WARNING);
    pane.draw(canvas.part(1, 2, canvas.width() - 2, canvas.height() - 3));
    canvas.putRight(canvas.height() - 1, pane.position(), Role.DIM, 1);
  }

  @Override
  List<Hint> hints() {
    List<Hint> hints = new ArrayList<>();
    hints.add(new Hint(Action.UP, "scroll"));
    hints.add(new Hint(Action.PAGE_UP, "page"));
    hints.add(new Hint(Action.ACCEPT, "close"));
    hints.add(new Hint(Action.ESCAPE, "close"));
    hints.add(Hint.quiet(Action.BACK));
    hints.addAll(Pane.hints());
    return hints;
  }

  @Override
  void on(Action action) {
    switch (action) {
      case ACCEPT, BACK -> finish(true);
      default -> pane.on(action);
    }
  }

  @Override
  boolean escape() {
    finish(true);
    return true;
  }
}
