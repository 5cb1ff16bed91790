package dev.pgstow.wizard;

import dev.pgstow.display.DisplayWidth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A line of text, checked as it is typed. */
final class TextView extends View<Reply<String>> {
  private final String message;
  private final LineEditor editor;
  private final Function<String, Optional<String>> problem;
  private final Map<String, String> said;
  private final Ways ways;

  /**
   * A field.
   *
   * @param problem what is wrong with a text, if anything
   * @param said what was answered before, by question; shown below the field
   */
  TextView(
      String message,
      String start,
      Function<String, Optional<String>> problem,
      Map<String, String> said,
      Ways ways) {
    this.message = message;
    this.editor = new LineEditor(start);
    this.problem = problem;
    this.said = new LinkedHashMap<>(said);
    this.ways = ways;
  }

  @Override
  void draw(Canvas canvas) {
    canvas.put(1, 0, message, Role.TITLE);
    canvas.put(1, 2, canvas.glyphs().cursor(), Role.ACCENT);
    editor.draw(canvas, 3, 2, canvas.width() - 5);
    int row = 4;
    for (String line : Wrap.lines(problem.apply(editor.text()).orElse(""), canvas.width() - 5)) {
      canvas.put(3, row++, line, Role.ERROR);
    }
    drawSaid(canvas, Math.max(6, row + 1));
  }

  private void drawSaid(Canvas canvas, int from) {
    int row = from;
    int widest = said.keySet().stream().mapToInt(DisplayWidth::of).max().orElse(0);
    for (Map.Entry<String, String> answer : said.entrySet()) {
      canvas.put(3, row, answer.getKey(), Role.DIM);
      canvas.put(3 + widest + 2, row++, answer.getValue(), Role.TEXT);
    }
  }

  @Override
  List<Hint> hints() {
    List<Hint> hints = new ArrayList<>();
    hints.add(new Hint(Action.ACCEPT, "next"));
    hints.addAll(ways.hints());
    hints.addAll(
        LineEditor.hints().stream()
            .map(h -> h.action() == Action.ERASE_LINE ? new Hint(h.action(), "clear") : h)
            .toList());
    return hints;
  }

  @Override
  boolean typing() {
    return true;
  }

  @Override
  void type(String text) {
    editor.insert(text);
  }

  @Override
  void on(Action action) {
    switch (action) {
      case ACCEPT -> {
        if (problem.apply(editor.text()).isEmpty()) {
          finish(new Reply.Given<>(editor.text()));
        }
      }
      case BACK -> finish(new Reply.Back<>());
      default -> editor.on(action);
    }
  }
}
