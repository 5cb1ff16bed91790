package dev.pgstow.cli.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ITypeInfo;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Reads pages from picocli's command model; what is hidden there has none. */
public final class CommandPages {
  /** The mixin with the options of every command. */
  private static final String GLOBAL = "global";

  private CommandPages() {}

  /** The page of a whole command line, with the pages of its commands. */
  public static CommandPage of(CommandSpec spec) {
    return of(spec, List.of(spec.name()));
  }

  private static CommandPage of(CommandSpec spec, List<String> path) {
    Footer footer = Footer.of(List.of(spec.usageMessage().footer()));
    return new CommandPage(
        path,
        List.of(spec.usageMessage().description()),
        options(spec).filter(option -> !option.hidden()).map(CommandPages::option).toList(),
        spec.positionalParameters().stream()
            .filter(operand -> !operand.hidden())
            .map(CommandPages::operand)
            .toList(),
        commands(spec).map(command -> of(command, with(path, command.name()))).toList(),
        footer.examples(),
        footer.notes());
  }

  private static Stream<CommandSpec> commands(CommandSpec spec) {
    return new LinkedHashSet<>(spec.subcommands().values())
        .stream().map(CommandLine::getCommandSpec).filter(it -> !it.usageMessage().hidden());
  }

  /** The command's own before those it shares with others, those of every command last. */
  private static Stream<OptionSpec> options(CommandSpec spec) {
    Map<String, CommandSpec> mixins = new LinkedHashMap<>(spec.mixins());
    Optional<CommandSpec> global = Optional.ofNullable(mixins.remove(GLOBAL));
    List<OptionSpec> shared =
        Stream.concat(mixins.values().stream(), global.stream())
            .flatMap(mixin -> mixin.options().stream())
            .toList();
    return Stream.concat(
        spec.options().stream().filter(option -> !shared.contains(option)), shared.stream());
  }

  private static Argument option(OptionSpec option) {
    Value value = option.arity().max() == 0 ? new Value.None() : value(option);
    return new Argument(
        List.of(option.names()),
        value instanceof Value.None ? "" : option.paramLabel(),
        description(option),
        value,
        option.required(),
        option.isMultiValue());
  }

  private static Argument operand(PositionalParamSpec operand) {
    return new Argument(
        List.of(),
        operand.paramLabel(),
        description(operand),
        value(operand),
        operand.arity().min() > 0,
        operand.isMultiValue());
  }

  private static String description(ArgSpec argument) {
    String fallback = argument.defaultValueString();
    return String.join(" ", argument.description()).replace("${DEFAULT-VALUE}", fallback);
  }

  private static Value value(ArgSpec argument) {
    if (argument.completionCandidates() != null) {
      return new Value.Choice(
          StreamSupport.stream(argument.completionCandidates().spliterator(), false).toList());
    }
    if (argument.arity().min() == 0 && argument.isOption()) {
      // Its value is optional, so that the next word may be anything.
      return new Value.None();
    }
    if (types(argument).anyMatch(type -> type == Path.class)) {
      return new Value.File(argument.paramLabel().equals("DIR"));
    }
    Optional<NameKind> kind = NameKind.ofLabel(argument.paramLabel());
    return kind.isPresent() ? new Value.Name(kind.get()) : new Value.Text();
  }

  /** Its own type, and those of what it collects. */
  private static Stream<Class<?>> types(ArgSpec argument) {
    return Stream.concat(
            Stream.of(argument.typeInfo()), argument.typeInfo().getAuxiliaryTypeInfos().stream())
        .map(ITypeInfo::getType);
  }

  private static List<String> with(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }
}
