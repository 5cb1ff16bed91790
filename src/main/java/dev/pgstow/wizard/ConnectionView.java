package dev.pgstow.wizard;

import dev.pgstow.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Edits how to reach the server, below the words of the server that could not be reached. */
final class ConnectionView extends View<Reply<ConnectionFields>> {
  private static final List<String> LABELS = List.of("Host", "Port", "User", "Password", "sslmode");
  private static final List<String> SSLMODES =
      List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
  private static final int PASSWORD = 3;
  private static final int SSLMODE = 4;
  private static final int INDENT = 13;

  private final Optional<Failure> failure;
  private final boolean back;
  private final List<LineEditor> editors;
  private int sslmode;
  private int field;
  private int firstRow;

  /**
   * A form.
   *
   * @param failure why it is shown; empty if the person asked for it
   * @param back whether Esc goes back
   */
  ConnectionView(ConnectionFields fields, Optional<Failure> failure, boolean back) {
    this.failure = failure;
    this.back = back;
    editors =
        List.of(
            new LineEditor(fields.host()),
            new LineEditor(fields.port()),
            new LineEditor(fields.user()),
            new LineEditor(fields.password()));
    int known = SSLMODES.indexOf(fields.sslmode());
    sslmode = known < 0 ? SSLMODES.indexOf("prefer") : known;
  }

  @Override
  void draw(Canvas canvas) {
    int row = 0;
    if (failure.isPresent()) {
      row = words(canvas, failure.get());
    } else {
      canvas.put(1, row, "How to reach the server", Role.TITLE);
      row += 2;
    }
    firstRow = row;
    for (int i = 0; i < LABELS.size(); i++) {
      boolean here = i == field;
      canvas.put(1, row, here ? canvas.glyphs().cursor() : " ", Role.ACCENT);
      canvas.put(3, row, LABELS.get(i), here ? Role.TITLE : Role.DIM);
      if (i == SSLMODE) {
        canvas.put(
            INDENT,
            row,
            (here ? "< " : "") + SSLMODES.get(sslmode) + (here ? " >" : ""),
            here ? Role.TITLE : Role.TEXT);
      } else if (here) {
        editors.get(i).draw(canvas, INDENT, row, width(canvas), i == PASSWORD);
      } else {
        String text = editors.get(i).text();
        canvas.put(INDENT, row, i == PASSWORD ? "*".repeat(text.length()) : text, Role.TEXT);
      }
      row++;
    }
    canvas.put(3, row + 1, portProblem().orElse(""), Role.ERROR);
    canvas.put(3, row + 2, "Empty password: the password file or PGPASSWORD is used.", Role.DIM);
  }

  private static int words(Canvas canvas, Failure failure) {
    List<Pane.Line> lines = new ArrayList<>();
    String message = failure.getMessage() == null ? "" : failure.getMessage();
    Wrap.lines(message, canvas.width() - 2).forEach(l -> lines.add(new Pane.Line(l, Role.ERROR)));
    Wrap.lines(failure.hint(), canvas.width() - 2)
        .forEach(l -> lines.add(new Pane.Line(l, Role.DIM)));
    int room = Math.max(1, canvas.height() - LABELS.size() - 4);
    int shown = Math.min(room, lines.size());
    new Pane(lines).draw(canvas.part(1, 0, canvas.width() - 2, shown));
    return shown + 1;
  }

  private static int width(Canvas canvas) {
    return Math.min(48, canvas.width() - INDENT - 2);
  }

  private Optional<String> portProblem() {
    return editors.get(1).text().matches("[0-9]{1,5}")
            && Integer.parseInt(editors.get(1).text()) <= 65_535
        ? Optional.empty()
        : Optional.of("A port is a number up to 65535.");
  }

  @Override
  List<Hint> hints() {
    List<Hint> hints = new ArrayList<>();
    hints.add(new Hint(Action.ACCEPT, "connect"));
    hints.add(new Hint(Action.NEXT_FIELD, "next field"));
    hints.add(Hint.quiet(Action.PREVIOUS_FIELD));
    hints.add(Hint.quiet(Action.UP));
    hints.add(Hint.quiet(Action.DOWN));
    hints.add(new Hint(Action.LEFT, field == SSLMODE ? "sslmode" : ""));
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
    if (field == SSLMODE) {
      change(text.equals(" ") ? 1 : 0);
    } else {
      editors.get(field).insert(text);
    }
  }

  private void change(int by) {
    sslmode = Math.floorMod(sslmode + by, SSLMODES.size());
  }

  @Override
  void on(Action action) {
    switch (action) {
      case ACCEPT -> accept();
      case UP, PREVIOUS_FIELD -> field = Math.max(0, field - 1);
      case DOWN, NEXT_FIELD -> field = Math.min(LABELS.size() - 1, field + 1);
      default -> {
        if (field == SSLMODE) {
          change(action == Action.LEFT ? -1 : action == Action.RIGHT ? 1 : 0);
        } else {
          editors.get(field).on(action);
        }
      }
    }
  }

  private void accept() {
    if (portProblem().isEmpty()) {
      finish(
          new Reply.Given<>(
              new ConnectionFields(
                  editors.get(0).text(),
                  editors.get(1).text(),
                  editors.get(2).text(),
                  editors.get(PASSWORD).text(),
                  SSLMODES.get(sslmode))));
    }
  }

  @Override
  void click(int column, int row) {
    if (row >= firstRow && row < firstRow + LABELS.size()) {
      field = row - firstRow;
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
