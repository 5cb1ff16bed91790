package dev.pgstow.prompt;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Any of a list, as numbered lines; numbers or names toggle, an empty line accepts. */
final class LineTick {
  private static final int SHOWN = 40;
  private static final Pattern WORDS = Pattern.compile("[ ,]+");

  private final LinePrompter lines;
  private final Question.Tick tick;

  LineTick(LinePrompter lines, Question.Tick tick) {
    this.lines = lines;
    this.tick = tick;
  }

  Optional<Answers> ask(Answers answers) {
    List<Choice> options = tick.options().apply(answers);
    Set<String> ticked = ticked(options, answers);
    Answers current = answers;
    while (true) {
      print(options, ticked, current);
      String line =
          lines
              .read(
                  "Toggle by number or name, a = all or none, Enter = accept: ",
                  options.stream().map(Choice::label).toList())
              .strip();
      if (line.equals(LinePrompter.BACK)) {
        return Optional.empty();
      }
      if (line.isEmpty()) {
        List<String> values = options.stream().map(Choice::value).filter(ticked::contains).toList();
        Optional<String> problem = tick.problem().apply(values);
        if (problem.isEmpty()) {
          return Optional.of(current.with(tick.id(), values, Answers.Origin.PERSON));
        }
        lines.say(problem.get());
      } else if (line.equals("a")) {
        boolean all = options.stream().allMatch(choice -> ticked.contains(choice.value()));
        ticked.clear();
        if (!all) {
          options.forEach(choice -> ticked.add(choice.value()));
        }
      } else if (isToggle(line)) {
        Question.Toggle toggle = tick.toggle().orElseThrow();
        current =
            current.with(
                toggle.id(), String.valueOf(!current.isOn(toggle.id())), Answers.Origin.PERSON);
      } else {
        toggle(options, ticked, line);
      }
    }
  }

  /** As answered before, unless that was about other options. */
  private Set<String> ticked(List<Choice> options, Answers answers) {
    Set<String> there = options.stream().map(Choice::value).collect(Collectors.toSet());
    Set<String> ticked = new LinkedHashSet<>(answers.list(tick.id()).orElse(List.of()));
    ticked.retainAll(there);
    return ticked.isEmpty() ? new LinkedHashSet<>(tick.ticked().apply(answers)) : ticked;
  }

  private boolean isToggle(String line) {
    return tick.toggle().filter(toggle -> line.equals(String.valueOf(toggle.key()))).isPresent();
  }

  private void toggle(List<Choice> options, Set<String> ticked, String line) {
    for (String word : WORDS.split(line)) {
      OptionalInt number = LinePick.number(word);
      List<Choice> named =
          number.isPresent() && number.getAsInt() >= 1 && number.getAsInt() <= options.size()
              ? List.of(options.get(number.getAsInt() - 1))
              : Choice.named(word, options);
      if (named.isEmpty()) {
        lines.say("There is no \"" + word + "\".");
      } else if (named.size() > 1) {
        lines.say(named.size() + " are called \"" + word + "\": give a number.");
      } else if (!ticked.remove(named.get(0).value())) {
        ticked.add(named.get(0).value());
      }
    }
  }

  private void print(List<Choice> options, Set<String> ticked, Answers answers) {
    lines.say(tick.message() + " (" + ticked.size() + " of " + options.size() + " chosen)");
    for (int i = 0; i < Math.min(SHOWN, options.size()); i++) {
      Choice choice = options.get(i);
      StringBuilder line = new StringBuilder(String.format("%4d) ", i + 1));
      line.append(ticked.contains(choice.value()) ? "[x] " : "[ ] ").append(choice.label());
      for (int column = 0; column < choice.details().size(); column++) {
        line.append(column == 0 ? " → " : "  ").append(choice.details().get(column));
      }
      lines.say(line.toString());
    }
    if (options.size() > SHOWN) {
      lines.say("      … and " + (options.size() - SHOWN) + " more");
    }
    tick.toggle()
        .ifPresent(
            toggle ->
                lines.say(
                    "      "
                        + (answers.isOn(toggle.id()) ? toggle.on() : toggle.off())
                        + "  ("
                        + toggle.key()
                        + " changes that)"));
  }
}
