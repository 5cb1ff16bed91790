package dev.pgstow.wizard;

import java.util.List;
import java.util.Locale;

/** Asks, over the view it was called from, whether to leave, or to stop what runs. */
final class LeaveView extends View<Boolean> {
  private static final int WIDTH = 50;
  private static final int HEIGHT = 7;

  private final Ui ui;
  private final String question;
  private final String stay;
  private final String leave;
  private final Buttons buttons;
  private int left;
  private int top;

  LeaveView(Ui ui) {
    this(
        ui,
        ui.isWritten()
            ? "Leave pgstow? What was written stays."
            : "Leave pgstow? Nothing has been written.",
        "Stay",
        "Leave");
  }

  /** Another question, with its two ways out. */
  LeaveView(Ui ui, String question, String stay, String leave) {
    this.ui = ui;
    this.question = question;
    this.stay = stay;
    this.leave = leave;
    buttons = new Buttons(List.of(stay, leave), 0);
  }

  @Override
  void draw(Canvas canvas) {
    ui.below(this).ifPresent(view -> view.draw(canvas));
    left = (canvas.width() - WIDTH) / 2;
    top = Math.max(0, (canvas.height() - HEIGHT) / 2);
    Canvas box = canvas.part(left, top, WIDTH, HEIGHT);
    box.clear();
    box.fill(0, box.glyphs().line(), Role.DIM);
    box.fill(HEIGHT - 1, box.glyphs().line(), Role.DIM);
    box.put(3, 2, question, Role.TITLE);
    buttons.draw(box, 3, 4, true);
    canvas.cursor(-1, 0);
  }

  @Override
  List<Hint> hints() {
    return List.of(
        new Hint(Action.LEFT, "choose"),
        new Hint(Action.ACCEPT, "do it"),
        new Hint(Action.YES, leave.toLowerCase(Locale.ROOT)),
        new Hint(Action.NO, stay.toLowerCase(Locale.ROOT)),
        Hint.quiet(Action.RIGHT),
        Hint.quiet(Action.NEXT_FIELD));
  }

  @Override
  void on(Action action) {
    switch (action) {
      case LEFT -> buttons.move(-1);
      case RIGHT, NEXT_FIELD -> buttons.move(1);
      case ACCEPT -> finish(buttons.chosen() == 1);
      case YES -> finish(true);
      case NO -> finish(false);
      default -> {}
    }
  }

  @Override
  boolean escape() {
    finish(false);
    return true;
  }

  @Override
  void click(int column, int row) {
    if (row == top + 4 && buttons.click(column - left - 3)) {
      on(Action.ACCEPT);
    }
  }

  /** Work goes on below it, and is seen to. */
  @Override
  boolean animated() {
    return ui.below(this).filter(View::animated).isPresent();
  }

  @Override
  boolean isDeliberate() {
    return true;
  }
}
