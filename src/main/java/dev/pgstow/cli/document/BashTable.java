package dev.pgstow.cli.document;

import java.util.List;
import java.util.stream.Collectors;

/** The cases of {@code _pgstow_table}. */
final class BashTable {
  private BashTable() {}

  static String of(CommandPage program) {
    return program.all().map(BashTable::entry).collect(Collectors.joining());
  }

  private static String entry(CommandPage page) {
    String commands =
        page.commands().stream().map(CommandPage::name).collect(Collectors.joining(" "));
    String options =
        page.options().stream()
            .flatMap(option -> option.names().stream().map(name -> name + kind(option)))
            .collect(Collectors.joining(" "));
    List<Argument> operands = page.operands();
    String operand = operands.isEmpty() ? "" : word(operands.get(0).value());
    return """
            '%s')
              commands='%s'
              options='%s'
              operand='%s'
              ;;
        """
        .formatted(
            String.join(" ", page.path().subList(1, page.path().size())),
            commands,
            options,
            operand);
  }

  private static String kind(Argument option) {
    return option.takesValue() ? "=" + word(option.value()) : "";
  }

  private static String word(Value value) {
    if (value instanceof Value.File file) {
      return file.folder() ? "folder" : "file";
    }
    if (value instanceof Value.Choice choice) {
      return "choice:" + String.join("|", choice.words());
    }
    return value instanceof Value.Name name ? "name:" + name.kind().word() : "text";
  }
}
