package dev.pgstow.prompt;

import dev.pgstow.display.Sanitizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** One of a list, as numbered lines; typing part of a name narrows the list. */
final class LinePick {
  private static final int SHOWN = 20;

  private final LinePrompter lines;
  private final Question.Pick pick;

  LinePick(LinePrompter lines, Question.Pick pick) {
    this.lines = lines;
    this.pick = pick;
  }

  Optional<Answers> ask(Answers answers) {
    List<Choice> options = pick.options().apply(answers);
    if (options.isEmpty()) {
      throw dev.pgstow.failure.Failure.failed(
          "nothing-to-choose", pick.message() + ": there is none.", "");
    }
    Optional<String> preselected =
        answers
            .text(pick.id())
            .filter(value -> isThere(options, value))
            .or(() -> pick.preselected().apply(answers).filter(value -> isThere(options, value)));
    List<Choice> shown = options;
    while (true) {
      print(shown, preselected);
      String standing = preselected.map(value -> label(options, value)).orElse("");
      String line =
          lines
              .read(
                  standing.isEmpty()
                      ? "Number or name: "
                      : "Number or name [" + Sanitizer.visible(standing) + "]: ",
                  options.stream().map(Choice::label).toList())
              .strip();
      if (line.equals(LinePrompter.BACK)) {
        return Optional.empty();
      }
      Optional<String> chosen = line.isEmpty() ? preselected : chosen(shown, options, line);
      if (chosen.isPresent()) {
        return Optional.of(answers.with(pick.id(), chosen.get(), Answers.Origin.PERSON));
      }
      shown = narrowed(options, line);
    }
  }

  private static Optional<String> chosen(List<Choice> shown, List<Choice> options, String line) {
    List<Choice> named = Choice.named(line, options);
    if (named.size() == 1) {
      return Optional.of(named.get(0).value());
    }
    OptionalInt number = number(line);
    if (number.isPresent() && number.getAsInt() >= 1 && number.getAsInt() <= shown.size()) {
      return Optional.of(shown.get(number.getAsInt() - 1).value());
    }
    return Optional.empty();
  }

  private List<Choice> narrowed(List<Choice> options, String line) {
    String part = line.toLowerCase(Locale.ROOT);
    List<Choice> matching =
        options.stream()
            .filter(choice -> choice.label().toLowerCase(Locale.ROOT).contains(part))
            .toList();
    if (line.isEmpty() || matching.isEmpty()) {
      lines.say(line.isEmpty() ? "Please choose one." : "Nothing matches \"" + line + "\".");
      return options;
    }
    return matching;
  }

  private void print(List<Choice> shown, Optional<String> preselected) {
    lines.say(pick.message());
    for (int i = 0; i < Math.min(SHOWN, shown.size()); i++) {
      Choice choice = shown.get(i);
      String mark = preselected.filter(choice.value()::equals).isPresent() ? "*" : " ";
      StringBuilder line =
          new StringBuilder(mark).append(String.format("%3d) ", i + 1)).append(choice.label());
      choice.details().forEach(detail -> line.append("  ").append(detail));
      String note = pick.mark().apply(choice);
      lines.say(note.isEmpty() ? line.toString() : line + "  (" + note + ")");
    }
    if (shown.size() > SHOWN) {
      lines.say("     … and " + (shown.size() - SHOWN) + " more: type part of a name");
    }
  }

  /** What was answered, or used last, may not be among them any more. */
  private static boolean isThere(List<Choice> options, String value) {
    return options.stream().anyMatch(choice -> choice.value().equals(value));
  }

  private static String label(List<Choice> options, String value) {
    return options.stream()
        .filter(choice -> choice.value().equals(value))
        .map(Choice::label)
        .findFirst()
        .orElse("");
  }

  static OptionalInt number(String text) {
    return !text.isEmpty() && text.length() < 9 && text.chars().allMatch(c -> c >= '0' && c <= '9')
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }
}
