package dev.pgstow.wizard;

import dev.pgstow.display.DisplayWidth;
import dev.pgstow.display.Sanitizer;
import java.util.ArrayList;
import java.util.List;

/** What a database and its source differ in, each with its diff, and whether to pull. */
final class DriftView extends View<Boolean> {
  private static final int HEAD = 3;
  private static final int FOOT = 3;

  private final Ui ui;
  private final String title;
  private final List<DriftFinding> findings;
  private final Buttons buttons;
  private final String question;
  private boolean inList = true;
  private int cursor;
  private int top;
  private int height = 1;
  private int buttonColumn;
  private int buttonRow;

  /**
   * A view.
   *
   * @param title such as {@code shop and ./schema}
   */
  DriftView(Ui ui, String title, List<DriftFinding> findings) {
    this.ui = ui;
    this.title = title;
    this.findings = List.copyOf(findings);
    long undeclared = count(DriftFinding.Kind.UNDECLARED);
    this.question =
        undeclared > 0
            ? "Pull " + Numbers.of(undeclared, "object", "objects") + " into the source?"
            : "Nothing to pull.";
    this.buttons = new Buttons(undeclared > 0 ? List.of("Done", "Pull") : List.of("Done"), 0);
  }

  private long count(DriftFinding.Kind kind) {
    return findings.stream().filter(finding -> finding.kind() == kind).count();
  }

  @Override
  void draw(Canvas canvas) {
    int after = canvas.put(1, 0, "Drift", Role.TITLE) + 2;
    canvas.put(
        after,
        0,
        DisplayWidth.cutMiddle(Sanitizer.visible(title), canvas.width() - after - 1),
        Role.DIM);
    int column = 1;
    for (DriftFinding.Kind kind : DriftFinding.Kind.values()) {
      String text = Numbers.of(count(kind)) + " " + kind.label();
      column = canvas.put(column, 1, text, kind.role()) + 2;
    }
    height = Math.max(1, canvas.height() - HEAD - FOOT);
    top = Math.max(Math.min(top, cursor), cursor - height + 1);
    top = Math.max(0, Math.min(top, findings.size() - height));
    for (int i = 0; i < height && top + i < findings.size(); i++) {
      drawFinding(canvas.part(0, HEAD + i, canvas.width(), 1), top + i);
    }
    if (findings.size() > height) {
      String where =
          Numbers.of(top + 1L)
              + "-"
              + Numbers.of(Math.min(findings.size(), top + height))
              + " of "
              + Numbers.of(findings.size());
      canvas.putRight(HEAD + height, where, Role.DIM, 1);
    }
    buttonRow = canvas.height() - 1;
    buttonColumn = canvas.width() - buttons.width() - 1;
    canvas.part(0, buttonRow, buttonColumn - 1, 1).put(1, 0, question, Role.TITLE);
    buttons.draw(canvas, buttonColumn, buttonRow, !inList);
  }

  private void drawFinding(Canvas row, int index) {
    DriftFinding finding = findings.get(index);
    boolean here = inList && index == cursor;
    if (here) {
      row.fill(0, " ", Role.SELECTED);
      row.put(1, 0, row.glyphs().cursor(), Role.SELECTED);
    }
    row.put(3, 0, finding.kind().mark(), here ? Role.SELECTED : finding.kind().role());
    String name = DisplayWidth.cutMiddle(Sanitizer.visible(finding.object()), row.width() - 6);
    row.put(5, 0, name, here ? Role.SELECTED : Role.TEXT);
  }

  @Override
  List<Hint> hints() {
    List<Hint> hints = new ArrayList<>();
    hints.add(new Hint(Action.UP, "object"));
    hints.add(new Hint(Action.ACCEPT, inList ? "diff" : "answer"));
    hints.add(new Hint(Action.NEXT_FIELD, inList ? "answer" : "objects"));
    if (buttons.count() > 1) {
      hints.add(Hint.quiet(Action.LEFT));
      hints.add(Hint.quiet(Action.RIGHT));
    }
    hints.addAll(Pane.hints());
    return hints;
  }

  @Override
  void on(Action action) {
    switch (action) {
      case LEFT -> choose(-1);
      case RIGHT -> choose(1);
      case NEXT_FIELD -> inList = !inList;
      case ACCEPT -> accept();
      case UP -> move(-1);
      case DOWN -> move(1);
      case PAGE_UP -> move(-height);
      case PAGE_DOWN -> move(height);
      case FIRST -> move(-findings.size());
      case LAST -> move(findings.size());
      default -> {}
    }
  }

  private void choose(int by) {
    inList = false;
    buttons.move(by);
  }

  private void move(int by) {
    cursor = inList ? Math.max(0, Math.min(cursor + by, findings.size() - 1)) : cursor;
    inList = true;
  }

  private void accept() {
    if (inList) {
      DriftFinding finding = findings.get(cursor);
      ui.show(new DiffView(finding.object(), finding.kind().label(), finding.diff()));
    } else {
      finish(buttons.chosen() == 1);
    }
  }

  @Override
  void click(int column, int row) {
    int index = top + row - HEAD;
    if (row == buttonRow && buttons.click(column - buttonColumn)) {
      inList = false;
      accept();
    } else if (row >= HEAD && row < HEAD + height && index < findings.size()) {
      boolean again = inList && cursor == index;
      inList = true;
      cursor = index;
      if (again) {
        accept();
      }
    }
  }

  @Override
  boolean escape() {
    finish(false);
    return true;
  }
}
