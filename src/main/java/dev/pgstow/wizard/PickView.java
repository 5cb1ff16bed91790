package dev.pgstow.wizard;

import dev.pgstow.display.DisplayWidth;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.prompt.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One of a list. */
final class PickView extends ListView<Reply<String>> {
  private static final int MARK = 16;

  private final Marks marks;
  private final String problem;
  private final Ways ways;
  private final Columns columns;

  /**
   * A list to pick from.
   *
   * @param start the value the cursor starts on
   * @param marks notes for visible rows
   * @param problem why the last answer was not taken; empty if there was none
   */
  PickView(
      String message,
      List<Choice> choices,
      Optional<String> start,
      Marks marks,
      String problem,
      Ways ways) {
    super(message, choices);
    this.marks = marks;
    this.problem = problem;
    this.ways = ways;
    columns = Columns.of(choices);
    start.ifPresent(rows()::select);
  }

  @Override
  String info() {
    return rows().isFiltered()
        ? Numbers.of(rows().size()) + " of " + Numbers.of(rows().total())
        : Numbers.of(rows().total());
  }

  @Override
  void drawRow(Canvas row, Choice choice, boolean selected) {
    int mark = marks.any() ? MARK : 0;
    int room = row.width() - 4 - mark - columns.detailsFrom(0);
    int label = Math.min(columns.label(), Math.max(16, room));
    Role dim = selected ? Role.SELECTED_DIM : Role.DIM;
    row.put(
        3,
        0,
        DisplayWidth.cutMiddle(Sanitizer.visible(choice.label()), label),
        selected ? Role.SELECTED : Role.TEXT);
    int column = 3 + label + 2;
    for (int i = 0; i < choice.details().size(); i++) {
      row.put(column, 0, choice.details().get(i), dim);
      column += columns.details().get(i) + 2;
    }
    row.put(column, 0, marks.of(choice), selected ? Role.SELECTED_DIM : Role.OK);
  }

  @Override
  void drawNote(Canvas note) {
    note.put(1, 1, problem, Role.ERROR);
  }

  @Override
  List<Hint> hints() {
    List<Hint> own = new ArrayList<>();
    if (rows().size() > 0) {
      own.add(new Hint(Action.ACCEPT, "next"));
    }
    own.addAll(ways.hints());
    return listHints(own);
  }

  @Override
  void on(Action action) {
    switch (action) {
      case ACCEPT -> accept();
      case BACK -> finish(new Reply.Back<>());
      case CONNECTION -> finish(new Reply.Reconnect<>());
      case OTHERS ->
          rows().current().ifPresent(choice -> finish(new Reply.Others<>(choice.value())));
      default -> super.on(action);
    }
  }

  private void accept() {
    rows().current().ifPresent(choice -> finish(new Reply.Given<>(choice.value())));
  }

  @Override
  void clicked(boolean again) {
    if (again) {
      accept();
    }
  }
}
