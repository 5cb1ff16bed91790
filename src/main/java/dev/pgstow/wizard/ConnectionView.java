package dev.pgstow.wizard;

import dev.pgstow.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Edits how to reach what is read, below the words of the server that could not be reached. */
final class ConnectionView extends View<Reply<WaysIn>> {
  private static final String KIND = "Read from";
  private static final String KIND_NOTE =
      "Without SQL access, a server can be read through its GraphQL API.";
  private static final int LABELS_FROM = 3;
  private static final int WIDEST_FIELD = 56;
  private static final int LEAST_WORDS = 2;

  private final Optional<Failure> failure;
  private final boolean back;
  private final List<Form> forms;
  private final List<Integer> kindColumns = new ArrayList<>();
  private int form;
  private int field;
  private boolean touched;
  private int firstRow;
  private int top;

  /**
   * A form.
   *
   * @param ways what can be edited; of several one is chosen in the form's first row
   * @param failure why it is shown; empty if the person asked for it
   * @param back whether Esc goes back
   */
  ConnectionView(WaysIn ways, WizardScript.Doubts doubts, Optional<Failure> failure, boolean back) {
    this.failure = failure;
    this.back = back;
    forms = ways.all().stream().map(fields -> Form.of(fields, doubts)).toList();
    form = ways.taken();
    field = firstField() + form().start(failure);
  }

  private Form form() {
    return forms.get(form);
  }

  private boolean hasKinds() {
    return forms.size() > 1;
  }

  private int firstField() {
    return hasKinds() ? 1 : 0;
  }

  private boolean atKind() {
    return hasKinds() && field == 0;
  }

  private FormRow row() {
    return form().rows().get(field - firstField());
  }

  private int count() {
    return firstField() + form().rows().size();
  }

  @Override
  void draw(Canvas canvas) {
    firstRow = head(canvas);
    int indent = indent();
    List<FormRow> rows = form().rows();
    int height = Math.max(1, canvas.height() - firstRow);
    int shown = Math.min(count(), height);
    top = Math.max(0, Math.min(Math.max(Math.min(top, field), field - shown + 1), count() - shown));
    for (int i = top; i < top + shown; i++) {
      int at = firstRow + i - top;
      boolean here = i == field;
      canvas.put(1, at, here ? canvas.glyphs().cursor() : " ", Role.ACCENT);
      if (hasKinds() && i == 0) {
        canvas.put(LABELS_FROM, at, KIND, here ? Role.TITLE : Role.DIM);
        kinds(canvas, indent, at);
      } else {
        FormRow row = rows.get(i - firstField());
        canvas.put(LABELS_FROM, at, row.label(), here ? Role.TITLE : Role.DIM);
        row.draw(canvas, indent, at, Math.min(WIDEST_FIELD, canvas.width() - indent - 2), here);
      }
    }
    foot(canvas, firstRow + shown + 1);
  }

  /** The failure's words, or a title; gives the row after them. */
  private int head(Canvas canvas) {
    if (failure.isEmpty()) {
      canvas.put(1, 0, "How to reach the server", Role.TITLE);
      return 2;
    }
    List<Pane.Line> lines = new ArrayList<>();
    String message = failure.get().getMessage() == null ? "" : failure.get().getMessage();
    Wrap.lines(message, canvas.width() - 2).forEach(l -> lines.add(new Pane.Line(l, Role.ERROR)));
    Wrap.lines(failure.get().hint(), canvas.width() - 2)
        .forEach(l -> lines.add(new Pane.Line(l, Role.DIM)));
    int room = Math.max(LEAST_WORDS, canvas.height() - count() - 4);
    int shown = Math.min(room, lines.size());
    new Pane(lines).draw(canvas.part(1, 0, canvas.width() - 2, shown));
    return shown + 1;
  }

  private void kinds(Canvas canvas, int column, int row) {
    kindColumns.clear();
    int at = column;
    for (int i = 0; i < forms.size(); i++) {
      kindColumns.add(at);
      boolean chosen = i == form;
      String text = (chosen ? "(*) " : "( ) ") + forms.get(i).title();
      at = canvas.put(at, row, text, chosen ? Role.TITLE : Role.TEXT) + 3;
    }
  }

  private void foot(Canvas canvas, int from) {
    int width = canvas.width() - LABELS_FROM - 1;
    List<Pane.Line> lines = new ArrayList<>();
    String note = atKind() ? KIND_NOTE : row().note();
    if (touched && form().problem().isPresent()) {
      lines.add(new Pane.Line(form().problem().get(), Role.ERROR));
    }
    for (Pane.Line text : form().notes()) {
      Wrap.lines(text.text(), width).forEach(l -> lines.add(new Pane.Line(l, text.role())));
    }
    Wrap.lines(note, width).forEach(line -> lines.add(new Pane.Line(line, Role.DIM)));
    int row = from;
    for (Pane.Line line : lines) {
      canvas.put(LABELS_FROM, row++, line.text(), line.role());
    }
  }

  /** The same for all kinds, so that changing the kind moves nothing. */
  private int indent() {
    int widest = hasKinds() ? KIND.length() : 0;
    for (Form one : forms) {
      for (FormRow row : one.rows()) {
        widest = Math.max(widest, row.label().length());
      }
    }
    return LABELS_FROM + widest + 2;
  }

  @Override
  List<Hint> hints() {
    List<Hint> hints = new ArrayList<>();
    hints.add(new Hint(Action.ACCEPT, "connect"));
    hints.add(new Hint(Action.NEXT_FIELD, "next field"));
    hints.add(Hint.quiet(Action.PREVIOUS_FIELD));
    hints.add(Hint.quiet(Action.UP));
    hints.add(Hint.quiet(Action.DOWN));
    hints.add(new Hint(Action.LEFT, atKind() ? "choose" : row().sideways()));
    hints.addAll(LineEditor.hints());
    if (back) {
      hints.add(new Hint(Action.ESCAPE, "back"));
    }
    return hints;
  }

  @Override
  boolean typing() {
    return true;
  }

  @Override
  void type(String text) {
    if (atKind()) {
      take(text.equals(" ") ? form + 1 : form);
    } else {
      touched = true;
      row().type(text);
    }
  }

  private void take(int index) {
    int next = Math.floorMod(index, forms.size());
    touched &= next == form;
    form = next;
  }

  @Override
  void on(Action action) {
    switch (action) {
      case ACCEPT -> accept();
      case UP, PREVIOUS_FIELD -> field = Math.max(0, field - 1);
      case DOWN, NEXT_FIELD -> field = Math.min(count() - 1, field + 1);
      default -> {
        if (!atKind()) {
          touched |= row().on(action);
        } else if (action == Action.LEFT || action == Action.RIGHT) {
          take(action == Action.LEFT ? form - 1 : form + 1);
        }
      }
    }
  }

  private void accept() {
    touched = true;
    if (form().problem().isEmpty()) {
      finish(new Reply.Given<>(new WaysIn(forms.stream().map(Form::fields).toList(), form)));
    }
  }

  @Override
  void click(int column, int row) {
    int clicked = top + row - firstRow;
    if (row < firstRow || clicked >= count()) {
      return;
    }
    field = clicked;
    if (atKind()) {
      for (int i = 0; i < kindColumns.size(); i++) {
        if (column >= kindColumns.get(i)) {
          take(i);
        }
      }
    }
  }

  @Override
  boolean escape() {
    if (back) {
      finish(new Reply.Back<>());
    }
    return back;
  }

  @Override
  boolean isDeliberate() {
    return failure.isPresent();
  }
}
