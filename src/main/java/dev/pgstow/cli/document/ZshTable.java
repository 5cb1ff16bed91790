package dev.pgstow.cli.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A function for each command, in the terms of zsh's {@code _arguments}. */
final class ZshTable {
  private ZshTable() {}

  static String of(CommandPage program) {
    return program.all().map(ZshTable::function).collect(Collectors.joining("\n"));
  }

  private static String function(CommandPage page) {
    return page.commands().isEmpty() ? leaf(page) : group(page);
  }

  private static String leaf(CommandPage page) {
    List<String> specs = options(page);
    page.operands().forEach(operand -> specs.add(operand(operand)));
    return """
        %s() {
          _arguments -s -S : \\
            %s
        }
        """
        .formatted(name(page), String.join(" \\\n    ", specs));
  }

  private static String group(CommandPage page) {
    List<String> specs = options(page);
    specs.add("'1: :->command'");
    specs.add("'*:: :->rest'");
    String commands =
        page.commands().stream()
            .map(it -> quoted(it.name() + ":" + it.summary()))
            .collect(Collectors.joining(" \\\n        "));
    String calls =
        page.commands().stream()
            .map(it -> it.name() + ") " + name(it) + " && ret=0 ;;")
            .collect(Collectors.joining("\n        "));
    return """
        %s() {
          local curcontext=$curcontext state state_descr line ret=1
          local -a commands
          typeset -A opt_args
          _arguments -C -s -S : \\
            %s && ret=0
          case $state in
            command)
              commands=(
                %s
              )
              _describe -t commands command commands && ret=0
              ;;
            rest)
              case $words[1] in
                %s
              esac
              ;;
          esac
          return ret
        }
        """
        .formatted(name(page), String.join(" \\\n    ", specs), commands, calls);
  }

  private static String name(CommandPage page) {
    return "_" + String.join("_", page.path());
  }

  private static List<String> options(CommandPage page) {
    List<String> specs = new ArrayList<>();
    for (Argument option : page.options()) {
      String others = option.repeatable() ? "*" : "(" + String.join(" ", option.names()) + ")";
      for (String name : option.names()) {
        String joint = !option.takesValue() ? "" : name.startsWith("--") ? "=" : "+";
        specs.add(
            quoted(
                others
                    + name.replace("?", "\\?")
                    + joint
                    + "["
                    + escaped(option.description())
                    + "]"
                    + (option.takesValue() ? message(option) : "")));
      }
    }
    return specs;
  }

  private static String operand(Argument operand) {
    String count = operand.repeatable() ? "*" : operand.required() ? "" : ":";
    return quoted(count + message(operand));
  }

  private static String message(Argument argument) {
    return ":" + escaped(argument.label()) + ":" + action(argument.value());
  }

  private static String action(Value value) {
    if (value instanceof Value.File file) {
      return file.folder() ? "_files -/" : "_files";
    }
    if (value instanceof Value.Choice choice) {
      return "(" + String.join(" ", choice.words()) + ")";
    }
    return value instanceof Value.Name name ? " _pgstow_names " + name.kind().word() : " ";
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\[\\]:\\\\]", "\\\\$0");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
