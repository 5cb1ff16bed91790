package dev.pgstow.cli.document;

import java.util.List;
import java.util.stream.Stream;

/**
 * What there is to tell of one command.
 *
 * @param path the words that call it, the program's name first
 * @param description what it does, line by line; the first one is a sentence
 * @param options its options, those of every command included
 * @param operands what else it takes, in order
 * @param commands its subcommands
 * @param examples of its use
 * @param notes what else its help tells, paragraph by paragraph
 */
public record CommandPage(
    List<String> path,
    List<String> description,
    List<Argument> options,
    List<Argument> operands,
    List<CommandPage> commands,
    List<Example> examples,
    List<String> notes) {
  public CommandPage {
    path = List.copyOf(path);
    description = List.copyOf(description);
    options = List.copyOf(options);
    operands = List.copyOf(operands);
    commands = List.copyOf(commands);
    examples = List.copyOf(examples);
    notes = List.copyOf(notes);
  }

  /** The last word that calls it. */
  public String name() {
    return path.get(path.size() - 1);
  }

  /** The first line of its description. */
  public String summary() {
    return description.get(0);
  }

  /** The name of its manual page, such as {@code pgstow-data-verify}. */
  public String pageName() {
    return String.join("-", path);
  }

  /** This page, with the options of one of its commands too: the one that is meant without any. */
  public CommandPage withDefault(String command) {
    Stream<Argument> more =
        commands.stream()
            .filter(it -> it.name().equals(command))
            .flatMap(it -> it.options().stream())
            .filter(it -> options.stream().noneMatch(own -> own.names().equals(it.names())));
    List<Argument> all = Stream.concat(options.stream(), more).toList();
    return new CommandPage(path, description, all, operands, commands, examples, notes);
  }

  /** This one and all below it, each before its own. */
  public Stream<CommandPage> all() {
    return Stream.concat(Stream.of(this), commands.stream().flatMap(CommandPage::all));
  }
}
