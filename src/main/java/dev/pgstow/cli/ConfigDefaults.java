package dev.pgstow.cli;

import dev.pgstow.config.ConfigFailures;
import dev.pgstow.config.ConfigFile;
import dev.pgstow.config.ConfigValue;
import dev.pgstow.config.Configuration;
import dev.pgstow.config.Setting;
import dev.pgstow.failure.Failure;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Gives flags that are not given the values that configuration files have for them. */
final class ConfigDefaults implements IDefaultValueProvider {
  /** What the environment says in place of a flag; connections have rules of their own. */
  private static final Map<String, String> VARIABLES = Map.of("token-file", "PGSTOW_TOKEN");

  private final Configuration configuration;
  private final Map<String, String> environment;

  ConfigDefaults(Configuration configuration, Map<String, String> environment) {
    this.configuration = configuration;
    this.environment = environment;
  }

  /** The command of a spec as it is typed: {@code data verify}. */
  static String command(CommandSpec spec) {
    String name = spec.qualifiedName(" ");
    int blank = name.indexOf(' ');
    return blank < 0 ? "" : name.substring(blank + 1);
  }

  /** The keys of an option: its long names. */
  static List<String> keys(OptionSpec option) {
    return Arrays.stream(option.names())
        .filter(name -> name.startsWith("--"))
        .map(name -> name.substring(2))
        .toList();
  }

  /** Whether an option takes no value. */
  static boolean isSwitch(OptionSpec option) {
    return option.typeInfo().isBoolean() && option.arity().max() == 0;
  }

  /** The setting of an option that is in effect if the option is not given. */
  Optional<Setting> setting(OptionSpec option) {
    List<String> sections = Preferences.sections(command(option.command()));
    return keys(option).stream()
        .filter(key -> environment.getOrDefault(VARIABLES.getOrDefault(key, ""), "").isEmpty())
        .flatMap(key -> configuration.find(sections, key).stream())
        .findFirst();
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? setting(option)
            .filter(it -> !(it.value() instanceof ConfigValue.Listing))
            .map(it -> verbatim(word(option, it, it.value().words().get(0))))
            .orElse(null)
        : null;
  }

  /**
   * A text that picocli puts no variable into, such as {@code ${env:…}}: files come from strangers,
   * too.
   */
  private static String verbatim(String text) {
    return text.replace("$", "$$");
  }

  /** Paths in a workspace's file are relative to it, wherever in the workspace one stands. */
  private static String word(OptionSpec option, Setting setting, String word) {
    boolean path = List.of(option.typeInfo().getAuxiliaryTypes()).contains(Path.class);
    Path folder = setting.file().getParent();
    return path && setting.kind() == ConfigFile.Kind.WORKSPACE && folder != null
        ? folder.resolve(word).normalize().toString()
        : word;
  }

  /**
   * What a default in words can't say: lists, and flags that are given although they are on anyway,
   * which picocli takes for off.
   */
  void complete(ParseResult parsed) {
    ParseResult command = parsed;
    while (command.hasSubcommand()) {
      command = command.subcommand();
    }
    for (OptionSpec option : command.commandSpec().options()) {
      Optional<Setting> setting = setting(option);
      if (setting.isPresent()) {
        complete(command, parsed.originalArgs(), option, setting.get());
      }
    }
  }

  private static void complete(
      ParseResult command, List<String> words, OptionSpec option, Setting setting) {
    boolean given = command.hasMatchedOption(option);
    if (setting.value() instanceof ConfigValue.Listing listing && !given) {
      boolean paths = List.of(option.typeInfo().getAuxiliaryTypes()).contains(Path.class);
      List<?> values =
          listing.items().stream()
              .map(item -> word(option, setting, item))
              .map(item -> paths ? (Object) Path.of(item) : item)
              .toList();
      option.setValue(values);
    } else if (isSwitch(option) && given) {
      option.setValue(
          Arrays.stream(option.names())
              .noneMatch(name -> words.stream().anyMatch((name + "=false")::equalsIgnoreCase)));
    }
  }

  /** The file that is to blame for a value, in place of the command line. */
  Optional<Failure> blame(ParameterException exception) {
    ParseResult parsed = exception.getCommandLine().getParseResult();
    if (!(exception.getArgSpec() instanceof OptionSpec option)
        || (parsed != null && parsed.hasMatchedOption(option))) {
      return Optional.empty();
    }
    return setting(option)
        .filter(it -> it.value().words().stream().anyMatch(word -> isIn(exception, word)))
        .map(
            it ->
                ConfigFailures.value(
                    it.file(), it.key().toString(), "something else: " + exception.getMessage()));
  }

  private static boolean isIn(ParameterException exception, String word) {
    return String.valueOf(exception.getMessage()).contains(word);
  }

  /** Has a command line and all below it use this. */
  void install(CommandLine line, FailurePrinter failures) {
    line.setDefaultValueProvider(this);
    line.setExecutionStrategy(
        parsed -> {
          complete(parsed);
          return new CommandLine.RunLast().execute(parsed);
        });
    CommandLine.IParameterExceptionHandler others = line.getParameterExceptionHandler();
    line.setParameterExceptionHandler(
        (exception, words) -> {
          Optional<Failure> blamed = blame(exception);
          return blamed.isPresent()
              ? failures.print(blamed.get())
              : others.handleParseException(exception, words);
        });
  }
}
