package dev.pgstow.wizard;

import dev.pgstow.failure.Failure;
import java.util.ArrayList;
import java.util.List;

/** Something to be told, and what to do about it: the index of the button pressed. */
final class NoticeView extends View<Integer> {
  private final String title;
  private final Role role;
  private final List<Pane.Line> paragraphs;
  private final Buttons buttons;
  private final int last;
  private final int escape;
  private final Pane pane = new Pane(List.of());
  private int buttonRow;

  private NoticeView(
      String title,
      Role role,
      List<Pane.Line> paragraphs,
      List<String> buttons,
      int chosen,
      int escape) {
    this.title = title;
    this.role = role;
    this.paragraphs = paragraphs;
    this.buttons = new Buttons(buttons, chosen);
    this.last = buttons.size() - 1;
    this.escape = escape;
  }

  /** What failed and what to do; the buttons are {@code ways}, and Esc presses the last. */
  static NoticeView failure(String what, Failure failure, List<String> ways) {
    return new NoticeView(
        what,
        Role.ERROR,
        List.of(
            new Pane.Line(failure.getMessage() == null ? "" : failure.getMessage(), Role.TEXT),
            new Pane.Line(failure.hint(), Role.DIM)),
        ways,
        0,
        ways.size() - 1);
  }

  /** Something to know; Esc presses the last of {@code ways}. */
  static NoticeView of(Notice notice, List<String> ways) {
    return new NoticeView(
        notice.title(),
        Role.WARNING,
        notice.paragraphs().stream().map(text -> new Pane.Line(text, Role.TEXT)).toList(),
        ways,
        0,
        ways.size() - 1);
  }

  /** No is 0, Yes is 1, Esc asks whether to leave. */
  static NoticeView confirm(String message, boolean suggestion) {
    return new NoticeView(
        message, Role.TITLE, List.of(), List.of("No", "Yes"), suggestion ? 1 : 0, -1);
  }

  /** No, which is suggested and what Esc means, is 0, Yes is 1. */
  static NoticeView ask(String question, List<Pane.Line> lines) {
    return ask(question, lines, false);
  }

  /** No, which is what Esc means, is 0, Yes is 1. */
  static NoticeView ask(String question, List<Pane.Line> lines, boolean suggestion) {
    return new NoticeView(question, Role.TITLE, lines, List.of("No", "Yes"), suggestion ? 1 : 0, 0);
  }

  private boolean isConfirmation() {
    return escape <= 0 && last == 1;
  }

  @Override
  void draw(Canvas canvas) {
    List<Pane.Line> lines = new ArrayList<>();
    Wrap.lines(title, canvas.width() - 2).forEach(text -> lines.add(new Pane.Line(text, role)));
    for (Pane.Line paragraph : paragraphs) {
      List<String> wrapped = Wrap.lines(paragraph.text(), canvas.width() - 2);
      if (!wrapped.isEmpty()) {
        lines.add(new Pane.Line("", Role.TEXT));
      }
      wrapped.forEach(text -> lines.add(new Pane.Line(text, paragraph.role())));
    }
    pane.lines(lines);
    int height = Math.min(lines.size(), canvas.height() - 3);
    pane.draw(canvas.part(1, 0, canvas.width() - 2, height));
    buttonRow = height + 1;
    buttons.draw(canvas, 1, buttonRow, true);
  }

  @Override
  List<Hint> hints() {
    List<Hint> hints = new ArrayList<>();
    if (last > 0) {
      hints.add(new Hint(Action.LEFT, "choose"));
      hints.add(Hint.quiet(Action.RIGHT));
      hints.add(Hint.quiet(Action.NEXT_FIELD));
    }
    hints.add(new Hint(Action.ACCEPT, "do it"));
    if (isConfirmation()) {
      hints.add(new Hint(Action.YES, "yes"));
      hints.add(new Hint(Action.NO, "no"));
    }
    if (pane.scrolls()) {
      hints.add(new Hint(Action.UP, "scroll"));
      hints.addAll(Pane.hints());
    }
    return hints;
  }

  @Override
  void on(Action action) {
    switch (action) {
      case LEFT -> buttons.move(-1);
      case RIGHT, NEXT_FIELD -> buttons.move(1);
      case ACCEPT -> finish(buttons.chosen());
      case YES -> finish(1);
      case NO -> finish(0);
      default -> pane.on(action);
    }
  }

  @Override
  boolean escape() {
    if (escape < 0) {
      return false;
    }
    finish(escape);
    return true;
  }

  @Override
  void click(int column, int row) {
    if (row == buttonRow && buttons.click(column - 1)) {
      finish(buttons.chosen());
    }
  }

  @Override
  boolean isDeliberate() {
    return true;
  }
}
