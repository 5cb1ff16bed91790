package dev.pgstow.wizard;

import dev.pgstow.display.DisplayWidth;
import dev.pgstow.display.Sanitizer;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a proof, a deployment or a detour: the index of what is to follow, one more for
 * other ways, or {@link #DONE}.
 */
final class OutcomeView extends View<Integer> {
  static final int DONE = -1;

  private final Outcome outcome;
  private final boolean last;
  private final Pane pane = new Pane(List.of());
  private final int labels;
  private final Buttons buttons;
  private int buttonRow;

  /** One that leads back to where it came from. */
  OutcomeView(Outcome outcome) {
    this(outcome, false);
  }

  private OutcomeView(Outcome outcome, boolean last) {
    this.outcome = outcome;
    this.last = last;
    labels = outcome.lines().stream().mapToInt(line -> width(line.label())).max().orElse(0);
    List<String> ways = new ArrayList<>(List.of(last ? "Done" : "Back"));
    outcome.next().forEach(detour -> ways.add(detour.words().button()));
    if (last) {
      ways.add("Other ways");
    }
    buttons = new Buttons(ways, 0);
  }

  private boolean hasButtons() {
    return buttons.count() > 1;
  }

  /** With nothing after it: Ctrl-C only closes. */
  static OutcomeView last(Outcome outcome) {
    return new OutcomeView(outcome, true);
  }

  @Override
  void draw(Canvas canvas) {
    List<Pane.Line> head = new ArrayList<>();
    Role role = outcome.isGood() ? Role.TITLE : Role.ERROR;
    Wrap.lines(outcome.headline(), canvas.width() - 4)
        .forEach(text -> head.add(new Pane.Line(text, role)));
    String glyph = outcome.isGood() ? canvas.glyphs().check() : "!";
    canvas.put(1, 0, glyph, outcome.isGood() ? Role.OK : Role.ERROR);
    new Pane(head).draw(canvas.part(3, 0, canvas.width() - 4, head.size()));
    int top = head.size() + 1;
    pane.lines(lines(canvas.width() - 2));
    int bottom = canvas.height() - (hasButtons() ? 2 : 1);
    pane.draw(canvas.part(1, top, canvas.width() - 2, bottom - top));
    canvas.putRight(bottom, pane.position(), Role.DIM, 1);
    buttonRow = canvas.height() - 1;
    if (hasButtons()) {
      buttons.draw(canvas, 1, buttonRow, true);
    }
  }

  private List<Pane.Line> lines(int width) {
    List<Pane.Line> lines = new ArrayList<>();
    for (Outcome.Line line : outcome.lines()) {
      if (line.kind() == Outcome.Kind.TITLE) {
        lines.add(new Pane.Line("", Role.TEXT));
      }
      int indent = line.label().isEmpty() ? blanks(line.text()) : labels + 2;
      String label = line.label().isEmpty() ? "" : Sanitizer.visible(line.label());
      for (String text : Wrap.lines(line.text().stripLeading(), width - indent)) {
        lines.add(new Pane.Line(DisplayWidth.pad(label, indent) + text, role(line.kind())));
        label = "";
      }
    }
    return lines;
  }

  /** How far a text is moved to the right, which wrapping would lose. */
  private static int blanks(String text) {
    return text.length() - text.stripLeading().length();
  }

  private static int width(String text) {
    return DisplayWidth.of(Sanitizer.visible(text));
  }

  private static Role role(Outcome.Kind kind) {
    return switch (kind) {
      case TITLE -> Role.TITLE;
      case TEXT -> Role.TEXT;
      case PROBLEM -> Role.ERROR;
      case NOTE -> Role.DIM;
    };
  }

  @Override
  List<Hint> hints() {
    List<Hint> hints = new ArrayList<>();
    if (hasButtons()) {
      hints.add(new Hint(Action.LEFT, "choose"));
      hints.add(Hint.quiet(Action.RIGHT));
      hints.add(Hint.quiet(Action.NEXT_FIELD));
      hints.add(new Hint(Action.ACCEPT, "do it"));
    } else {
      hints.add(new Hint(Action.ACCEPT, last ? "done" : "back"));
    }
    hints.add(pane.scrolls() ? new Hint(Action.UP, "scroll") : Hint.quiet(Action.UP));
    hints.addAll(Pane.hints());
    return hints;
  }

  @Override
  void on(Action action) {
    switch (action) {
      case LEFT -> buttons.move(-1);
      case RIGHT, NEXT_FIELD -> buttons.move(1);
      case ACCEPT -> finish(buttons.chosen() - 1);
      default -> pane.on(action);
    }
  }

  @Override
  void click(int column, int row) {
    if (hasButtons() && row == buttonRow && buttons.click(column - 1)) {
      on(Action.ACCEPT);
    }
  }

  @Override
  boolean escape() {
    finish(DONE);
    return true;
  }

  @Override
  boolean cancel() {
    if (last) {
      finish(DONE);
    }
    return last;
  }

  @Override
  boolean isDeliberate() {
    return true;
  }
}
