package dev.pgstow.wizard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks where to deploy to. */
final class TargetView extends View<TargetView.Verdict> {

  /** What the person wants; with what the form says. */
  sealed interface Verdict {
    DeployTarget target();

    /** Deploy there. */
    record Go(DeployTarget target) implements Verdict {}

    /** Choose another server. */
    record Server(DeployTarget target) implements Verdict {}

    /** To the result. */
    record Back(DeployTarget target) implements Verdict {}
  }

  private static final List<String> LABELS = List.of("Server", "Database", "If missing");
  private static final int SERVER = 0;
  private static final int DATABASE = 1;
  private static final int CREATE = 2;
  private static final int INDENT = 15;
  private static final int FIRST_ROW = 2;
  private static final int LONGEST = 63;

  private final ConnectionFields server;
  private final LineEditor database;
  private boolean create;
  private int field = DATABASE;

  TargetView(DeployTarget target) {
    server = target.server();
    database = new LineEditor(target.database());
    create = target.create();
  }

  @Override
  void draw(Canvas canvas) {
    canvas.put(1, 0, "Deploy to…", Role.TITLE);
    for (int i = 0; i < LABELS.size(); i++) {
      int row = FIRST_ROW + i;
      boolean here = i == field;
      canvas.put(1, row, here ? canvas.glyphs().cursor() : " ", Role.ACCENT);
      canvas.put(3, row, LABELS.get(i), here ? Role.TITLE : Role.DIM);
      Role role = here ? Role.TITLE : Role.TEXT;
      switch (i) {
        case SERVER -> canvas.put(INDENT, row, server.toString(), role);
        case CREATE -> canvas.put(INDENT, row, create ? "[x] make it" : "[ ] make it", role);
        default -> drawDatabase(canvas, row, here);
      }
    }
    int row = FIRST_ROW + LABELS.size() + 1;
    canvas.put(3, row, problem().orElse(""), Role.ERROR);
    canvas.put(
        3, row + 1, "Nothing is deployed before you have seen what, and said yes.", Role.DIM);
  }

  private void drawDatabase(Canvas canvas, int row, boolean here) {
    if (here) {
      database.draw(canvas, INDENT, row, Math.min(48, canvas.width() - INDENT - 2));
    } else {
      canvas.put(INDENT, row, database.text(), Role.TEXT);
    }
  }

  private Optional<String> problem() {
    String name = database.text();
    if (name.isBlank()) {
      return Optional.of("A database is needed.");
    }
    return name.getBytes(StandardCharsets.UTF_8).length > LONGEST
        ? Optional.of("A name has at most " + LONGEST + " bytes.")
        : Optional.empty();
  }

  @Override
  List<Hint> hints() {
    List<Hint> hints = new ArrayList<>();
    hints.add(new Hint(Action.ACCEPT, field == SERVER ? "change" : "next"));
    hints.add(new Hint(Action.NEXT_FIELD, "next field"));
    if (field == CREATE) {
      hints.add(new Hint(Action.TOGGLE, "yes or no"));
    }
    hints.add(Hint.quiet(Action.PREVIOUS_FIELD));
    hints.add(Hint.quiet(Action.UP));
    hints.add(Hint.quiet(Action.DOWN));
    if (field == DATABASE) {
      hints.addAll(LineEditor.hints());
    }
    hints.add(new Hint(Action.ESCAPE, "back"));
    return hints;
  }

  @Override
  boolean typing() {
    return field == DATABASE;
  }

  @Override
  void type(String text) {
    if (field == DATABASE) {
      database.insert(text);
    }
  }

  @Override
  void on(Action action) {
    switch (action) {
      case ACCEPT -> accept();
      case UP, PREVIOUS_FIELD -> field = Math.max(0, field - 1);
      case DOWN, NEXT_FIELD -> field = Math.min(LABELS.size() - 1, field + 1);
      case TOGGLE -> create = !create;
      default -> database.on(action);
    }
  }

  private void accept() {
    if (field == SERVER) {
      finish(new Verdict.Server(target()));
    } else if (problem().isEmpty()) {
      finish(new Verdict.Go(target()));
    }
  }

  private DeployTarget target() {
    return new DeployTarget(server, database.text().strip(), create);
  }

  @Override
  void click(int column, int row) {
    int clicked = row - FIRST_ROW;
    if (clicked >= 0 && clicked < LABELS.size()) {
      if (clicked == CREATE) {
        create = !create;
      } else if (clicked == SERVER && field == SERVER) {
        accept();
      }
      field = clicked;
    }
  }

  @Override
  boolean escape() {
    finish(new Verdict.Back(target()));
    return true;
  }
}
