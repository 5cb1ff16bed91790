package dev.pgstow.cli.document;

import java.util.stream.Collector;
import java.util.stream.Collectors;

/** A {@code complete} line for each command, option and operand. */
final class FishTable {
  private FishTable() {}

  static String of(CommandPage program) {
    StringBuilder lines = new StringBuilder(below(program));
    program.all().forEach(page -> append(lines, page));
    return lines.toString();
  }

  /** A function that prints the commands below some words. */
  private static String below(CommandPage program) {
    String cases =
        program
            .all()
            .filter(page -> !page.commands().isEmpty())
            .map(FishTable::commandsBelow)
            .collect(Collectors.joining());
    return """
        function __pgstow_below
            switch "$argv[1]"
        %s    end
        end
        """
        .formatted(cases);
  }

  private static String commandsBelow(CommandPage page) {
    return """
                case %s
                    string split ' ' -- %s
        """
        .formatted(
            words(page),
            quoted(
                page.commands().stream().map(CommandPage::name).collect(Collectors.joining(" "))));
  }

  /** The words that call it, without the program's. */
  private static String words(CommandPage page) {
    return quoted(String.join(" ", page.path().subList(1, page.path().size())));
  }

  private static void append(StringBuilder lines, CommandPage page) {
    String path = words(page);
    String at = quoted("__pgstow_at " + path);
    for (CommandPage command : page.commands()) {
      line(lines, quoted("__pgstow_directly_at " + path))
          .append(" -a ")
          .append(command.name())
          .append(" -d ")
          .append(quoted(command.summary()))
          .append('\n');
    }
    for (Argument option : page.options()) {
      line(lines, at).append(names(option));
      lines.append(value(option.value())).append(" -d ").append(quoted(option.description()));
      lines.append('\n');
    }
    if (!page.operands().isEmpty() && !value(page.operands().get(0).value()).equals(" -x")) {
      String value = value(page.operands().get(0).value());
      line(lines, at).append(value.replace(" -r -F", " -F").replace(" -x", "")).append('\n');
    }
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining();
  }

  private static StringBuilder line(StringBuilder lines, String condition) {
    return lines.append("complete -c pgstow -n ").append(condition);
  }

  private static String names(Argument option) {
    return option.names().stream()
        .map(
            name ->
                name.startsWith("--")
                    ? " -l " + name.substring(2)
                    : " -s " + quoted(name.substring(1)))
        .collect(joined());
  }

  private static String value(Value value) {
    if (value instanceof Value.None) {
      return "";
    }
    if (value instanceof Value.File file) {
      return file.folder() ? " -x -a '(__fish_complete_directories)'" : " -r -F";
    }
    if (value instanceof Value.Choice choice) {
      return " -x -a " + quoted(String.join(" ", choice.words()));
    }
    return value instanceof Value.Name name
        ? " -x -a '(__pgstow_names " + name.kind().word() + ")'"
        : " -x";
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
