package dev.pgstow.wizard;

import dev.pgstow.display.DisplayWidth;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.prompt.Choice;
import dev.pgstow.prompt.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Any of a list, with the switch that belongs to it. */
final class TickView extends ListView<Reply<TickView.Ticked>> {

  /** What was ticked, in the list's order, and whether the switch is on. */
  record Ticked(List<String> values, boolean on) {}

  private final Question.Tick question;
  private final Set<String> ticked;
  private final Ways ways;
  private final Columns columns;
  private final String given;
  private boolean on;

  TickView(
      Question.Tick question,
      List<Choice> choices,
      Collection<String> ticked,
      boolean on,
      String given,
      Ways ways) {
    super(question.message(), choices);
    this.question = question;
    this.ticked = new LinkedHashSet<>(ticked);
    this.on = on;
    this.given = given;
    this.ways = ways;
    columns = Columns.of(choices);
  }

  @Override
  String info() {
    String chosen = Numbers.of(ticked.size()) + " of " + Numbers.of(rows().total()) + " chosen";
    return rows().isFiltered() ? chosen + ", " + Numbers.of(rows().size()) + " shown" : chosen;
  }

  @Override
  void drawRow(Canvas row, Choice choice, boolean selected) {
    boolean on = ticked.contains(choice.value());
    Role text = selected ? Role.SELECTED : Role.TEXT;
    Role dim = selected ? Role.SELECTED_DIM : Role.DIM;
    row.put(3, 0, on ? "[x]" : "[ ]", selected ? Role.SELECTED : on ? Role.OK : Role.DIM);
    int middle = columns.details().isEmpty() ? 0 : columns.details().get(0);
    int counts = columns.detailsFrom(1);
    int room = Math.max(20, row.width() - 8 - counts - (middle > 0 ? 3 : 0));
    int right = middle == 0 ? 0 : Math.min(middle, Math.max(room * 2 / 5, room - columns.label()));
    int left = Math.min(columns.label(), room - right);
    row.put(7, 0, DisplayWidth.cutMiddle(Sanitizer.visible(choice.label()), left), text);
    int column = 7 + left;
    if (middle > 0) {
      row.put(column + 1, 0, row.glyphs().arrow(), dim);
      row.put(
          column + 3,
          0,
          DisplayWidth.cutMiddle(Sanitizer.visible(detail(choice, 0)), right),
          selected || on ? text : Role.DIM);
      column += 3 + right;
    }
    for (int i = 1; i < columns.details().size(); i++) {
      int width = columns.details().get(i);
      String value = Sanitizer.visible(detail(choice, i));
      row.put(column + 2 + width - DisplayWidth.of(value), 0, value, dim);
      column += 2 + width;
    }
  }

  private static String detail(Choice choice, int index) {
    return index < choice.details().size() ? choice.details().get(index) : "";
  }

  @Override
  void drawNote(Canvas note) {
    question
        .toggle()
        .ifPresent(
            toggle -> {
              int after = note.put(1, 0, String.valueOf(toggle.key()), Role.KEY);
              note.put(after + 1, 0, on ? "[x]" : "[ ]", on ? Role.OK : Role.DIM);
              note.put(after + 5, 0, on ? toggle.on() : toggle.off(), Role.DIM);
            });
    note.put(1, 1, problem().orElse(given), Role.ERROR);
  }

  private Optional<String> problem() {
    return question.problem().apply(values());
  }

  private List<String> values() {
    return rows().all().stream().map(Choice::value).filter(ticked::contains).toList();
  }

  @Override
  List<Hint> hints() {
    List<Hint> own = new ArrayList<>();
    own.add(new Hint(Action.TOGGLE, "tick"));
    own.add(new Hint(Action.ALL, "all/none"));
    own.add(new Hint(Action.ACCEPT, filtering() ? "keep" : "next"));
    own.addAll(ways.hints());
    return listHints(own);
  }

  @Override
  boolean wants(char character) {
    return filtering()
        ? character == ' '
        : question.toggle().filter(toggle -> toggle.key() == character).isPresent();
  }

  @Override
  void type(String text) {
    if (filtering() && !text.equals(" ")) {
      super.type(text);
    } else if (filtering()) {
      toggle();
    } else if (text.length() == 1 && wants(text.charAt(0))) {
      on = !on;
    }
  }

  @Override
  void on(Action action) {
    switch (action) {
      case TOGGLE -> toggle();
      case ALL -> all();
      case ACCEPT -> accept();
      case BACK -> finish(new Reply.Back<>());
      case CONNECTION -> finish(new Reply.Reconnect<>());
      default -> super.on(action);
    }
  }

  private void toggle() {
    rows()
        .current()
        .map(Choice::value)
        .ifPresent(
            value -> {
              if (!ticked.remove(value)) {
                ticked.add(value);
              }
            });
  }

  private void all() {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < rows().size(); i++) {
      shown.add(rows().at(i).value());
    }
    if (ticked.containsAll(shown)) {
      shown.forEach(ticked::remove);
    } else {
      ticked.addAll(shown);
    }
  }

  private void accept() {
    if (filtering()) {
      stopFiltering();
    } else if (problem().isEmpty()) {
      finish(new Reply.Given<>(new Ticked(values(), on)));
    }
  }

  @Override
  void clicked(boolean again) {
    toggle();
  }
}
