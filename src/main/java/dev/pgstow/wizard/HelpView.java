package dev.pgstow.wizard;

import dev.pgstow.display.DisplayWidth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Every key there is; those that work on the screen below come first. */
final class HelpView extends View<Boolean> {
  private final Pane pane;

  HelpView(Collection<Action> possible) {
    List<Pane.Line> lines = new ArrayList<>();
    lines.add(new Pane.Line("On this screen", Role.TITLE));
    add(lines, possible, true);
    lines.add(new Pane.Line("", Role.TEXT));
    lines.add(new Pane.Line("Elsewhere", Role.TITLE));
    add(lines, possible, false);
    lines.add(new Pane.Line("", Role.TEXT));
    lines.add(new Pane.Line("The mouse's wheel scrolls, a click chooses.", Role.DIM));
    pane = new Pane(lines);
  }

  private static void add(List<Pane.Line> lines, Collection<Action> possible, boolean here) {
    for (Keymap.Binding binding : Keymap.documented()) {
      boolean works =
          possible.contains(binding.action()) || Keymap.ALWAYS.contains(binding.action());
      if (works == here) {
        lines.add(
            new Pane.Line(
                "  " + DisplayWidth.pad(binding.shown(), 12) + binding.help(),
                here ? Role.TEXT : Role.DIM));
      }
    }
  }

  @Override
  void draw(Canvas canvas) {
    canvas.put(1, 0, "Keys", Role.TITLE);
    pane.draw(canvas.part(1, 2, canvas.width() - 2, canvas.height() - 2));
    canvas.putRight(0, pane.position(), Role.DIM, 1);
  }

  @Override
  List<Hint> hints() {
    List<Hint> hints = new ArrayList<>();
    hints.add(new Hint(Action.UP, "scroll"));
    hints.add(new Hint(Action.ACCEPT, "close"));
    hints.add(new Hint(Action.ESCAPE, "close"));
    hints.addAll(Pane.hints());
    return hints;
  }

  @Override
  void on(Action action) {
    if (action == Action.ACCEPT) {
      finish(true);
    }
    pane.on(action);
  }

  @Override
  boolean escape() {
    finish(true);
    return true;
  }
}
