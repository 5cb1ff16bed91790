package dev.pgstow.wizard;

import dev.pgstow.display.DisplayWidth;
import dev.pgstow.display.Sanitizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every answer once more; each can be changed from here. */
final class ReviewView extends View<ReviewView.Verdict> {

  /** What the person wants. */
  sealed interface Verdict {
    /** Start; the options as they are now, by answer id. */
    record Start(Map<String, List<String>> options) implements Verdict {}

    /** Change the answer to a question; options so far are kept. */
    record Edit(String question, Map<String, List<String>> options) implements Verdict {}

    /** To the last question. */
    record Back() implements Verdict {}
  }

  private enum Kind {
    PLAIN,
    EDIT,
    OPTION
  }

  private record Row(Kind kind, int index, String label, String text, Role role) {}

  private final Review review;
  private final String start;
  private final List<Row> rows = new ArrayList<>();
  private final boolean[] on;
  private final int labels;
  private int cursor;
  private int top;
  private int height = 1;
  private int wrappedAt = 80;

  /**
   * A review.
   *
   * @param start what the button says
   */
  ReviewView(Review review, String start) {
    this.review = review;
    this.start = start;
    on = new boolean[review.options().size()];
    for (int i = 0; i < on.length; i++) {
      on[i] = review.options().get(i).on();
    }
    labels = 2 + Math.min(24, widest(review.lines(), widest(review.outputs(), 0)));
    fill();
    cursor = rows.size();
  }

  private static int widest(List<Review.Line> lines, int atLeast) {
    int widest = atLeast;
    for (Review.Line line : lines) {
      widest = Math.max(widest, DisplayWidth.of(Sanitizer.visible(line.label())));
    }
    return widest;
  }

  private void fill() {
    for (int i = 0; i < review.lines().size(); i++) {
      Review.Line line = review.lines().get(i);
      Kind kind = line.question().isPresent() ? Kind.EDIT : Kind.PLAIN;
      rows.add(new Row(kind, i, line.label(), line.value(), Role.TEXT));
    }
    if (!review.outputs().isEmpty()) {
      rows.add(new Row(Kind.PLAIN, 0, "", "", Role.TEXT));
      review.outputs().forEach(o -> rows.add(output(o)));
    }
    if (!review.warnings().isEmpty()) {
      rows.add(new Row(Kind.PLAIN, 0, "", "", Role.TEXT));
      for (String warning : review.warnings()) {
        Wrap.lines("! " + warning, wrappedAt - 4)
            .forEach(line -> rows.add(new Row(Kind.PLAIN, 0, "", line, Role.WARNING)));
      }
    }
    if (on.length > 0) {
      rows.add(new Row(Kind.PLAIN, 0, "", "", Role.TEXT));
      for (int i = 0; i < on.length; i++) {
        rows.add(new Row(Kind.OPTION, i, "", review.options().get(i).label(), Role.TEXT));
      }
    }
  }

  private static Row output(Review.Line line) {
    String label = line.label().isEmpty() ? " " : line.label();
    return new Row(Kind.PLAIN, 0, label, line.value(), Role.TEXT);
  }

  /** Breaks what is long for this width, with the cursor where it was. */
  private void wrapAt(int width) {
    if (width == wrappedAt) {
      return;
    }
    wrappedAt = width;
    Optional<Row> here = atButton() ? Optional.empty() : Optional.of(rows.get(cursor));
    rows.clear();
    fill();
    cursor = here.map(rows::indexOf).orElse(rows.size());
  }

  private boolean atButton() {
    return cursor == rows.size();
  }

  @Override
  void draw(Canvas canvas) {
    canvas.put(1, 0, "Review", Role.TITLE);
    wrapAt(canvas.width());
    height = Math.max(1, canvas.height() - 5);
    int focus = atButton() ? rows.size() - 1 : cursor;
    if (!atButton()) {
      top = Math.max(Math.min(top, focus), focus - height + 1);
    }
    top = Math.max(0, Math.min(top, rows.size() - height));
    for (int i = 0; i < height && top + i < rows.size(); i++) {
      drawRow(canvas.part(0, 2 + i, canvas.width(), 1), top + i);
    }
    int hidden = rows.size() - height;
    if (hidden > 0) {
      canvas.putRight(
          0,
          (top + 1) + "-" + Math.min(rows.size(), top + height) + " of " + rows.size(),
          Role.DIM,
          1);
    }
    int button = canvas.height() - 2;
    canvas.put(1, button, atButton() ? canvas.glyphs().cursor() : " ", Role.ACCENT);
    canvas.put(3, button, "[ " + start + " ]", atButton() ? Role.SELECTED : Role.TITLE);
  }

  private void drawRow(Canvas canvas, int index) {
    Row row = rows.get(index);
    boolean here = index == cursor;
    if (here) {
      canvas.fill(0, " ", Role.SELECTED);
      canvas.put(1, 0, canvas.glyphs().cursor(), Role.SELECTED);
    }
    Role dim = here ? Role.SELECTED_DIM : Role.DIM;
    Role text = here ? Role.SELECTED : row.role();
    if (row.kind() == Kind.OPTION) {
      canvas.put(3, 0, on[row.index()] ? "[x]" : "[ ]", here ? text : Role.OK);
      canvas.put(7, 0, row.text(), text);
    } else if (row.label().isEmpty()) {
      canvas.put(3, 0, row.text(), text);
    } else {
      canvas.part(0, 0, 3 + labels - 1, 1).put(3, 0, row.label(), dim);
      canvas.put(3 + labels, 0, row.text(), text);
    }
  }

  @Override
  List<Hint> hints() {
    List<Hint> hints = new ArrayList<>();
    Kind kind = atButton() ? Kind.PLAIN : rows.get(cursor).kind();
    hints.add(new Hint(Action.UP, "line"));
    hints.add(
        new Hint(
            Action.ACCEPT,
            kind == Kind.EDIT ? "change" : kind == Kind.OPTION ? "on/off" : "start"));
    hints.add(kind == Kind.OPTION ? new Hint(Action.TOGGLE, "on/off") : Hint.quiet(Action.TOGGLE));
    hints.add(new Hint(Action.BACK, "back"));
    hints.add(Hint.quiet(Action.DOWN));
    hints.add(Hint.quiet(Action.PAGE_UP));
    hints.add(Hint.quiet(Action.PAGE_DOWN));
    hints.add(Hint.quiet(Action.FIRST));
    hints.add(Hint.quiet(Action.LAST));
    return hints;
  }

  @Override
  void on(Action action) {
    switch (action) {
      case UP -> step(-1);
      case DOWN -> step(1);
      case PAGE_UP -> repeat(-1);
      case PAGE_DOWN -> repeat(1);
      case FIRST -> {
        cursor = -1;
        step(1);
        top = 0;
      }
      case LAST -> {
        cursor = rows.size();
        top = rows.size();
      }
      case TOGGLE -> toggle();
      case ACCEPT -> accept();
      case BACK -> finish(new Verdict.Back());
      default -> {}
    }
  }

  private void repeat(int by) {
    for (int i = 0; i < height; i++) {
      step(by);
    }
  }

  /** To the next line that something can be done with; below the last one it only scrolls. */
  private void step(int by) {
    if (atButton() && by > 0) {
      top++;
      return;
    }
    for (int at = cursor + by; at >= 0 && at <= rows.size(); at += by) {
      if (at == rows.size() || rows.get(at).kind() != Kind.PLAIN) {
        cursor = at;
        return;
      }
    }
  }

  private void toggle() {
    if (!atButton() && rows.get(cursor).kind() == Kind.OPTION) {
      int index = rows.get(cursor).index();
      on[index] = !on[index];
    }
  }

  private void accept() {
    if (atButton()) {
      finish(new Verdict.Start(options()));
    } else if (rows.get(cursor).kind() == Kind.OPTION) {
      toggle();
    } else {
      review
          .lines()
          .get(rows.get(cursor).index())
          .question()
          .ifPresent(question -> finish(new Verdict.Edit(question, options())));
    }
  }

  private Map<String, List<String>> options() {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    for (int i = 0; i < on.length; i++) {
      Review.Option option = review.options().get(i);
      List<String> values = answers.computeIfAbsent(option.answer(), id -> new ArrayList<>());
      if (on[i]) {
        values.add(option.value());
      }
    }
    return answers;
  }

  @Override
  void click(int column, int row) {
    int index = top + row - 2;
    if (row >= 2 && row < 2 + height && index < rows.size()) {
      if (rows.get(index).kind() != Kind.PLAIN) {
        cursor = index;
        accept();
      }
    } else if (row >= 2 + height) {
      cursor = rows.size();
      accept();
    }
  }
}
