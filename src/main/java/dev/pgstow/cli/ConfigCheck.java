package dev.pgstow.cli;

import dev.pgstow.config.ConfigFailures;
import dev.pgstow.config.ConfigFile;
import dev.pgstow.config.ConfigValue;
import dev.pgstow.config.Setting;
import dev.pgstow.failure.NearNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Tells of settings that no flag takes. */
final class ConfigCheck {
  private static final int NEAR = 3;

  private final Supplier<CommandLine> every;

  /** Knows the whole command line, which is asked for only when it is needed. */
  ConfigCheck(Supplier<CommandLine> every) {
    this.every = every;
  }

  /**
   * Checks what one command looks at.
   *
   * @throws dev.pgstow.failure.Failure {@code config-key-unknown}, {@code config-value-invalid}
   */
  void check(List<ConfigFile> files, CommandLine command, Set<String> commands) {
    List<String> sections = Preferences.sections(ConfigDefaults.command(command.getCommandSpec()));
    for (Setting setting : all(files)) {
      String section = setting.key().command();
      if (!commands.contains(first(section)) && !section.isEmpty()) {
        throw unknownSection(setting, commands);
      }
      if (sections.contains(section)) {
        Optional<OptionSpec> own = option(command, setting.key().flag());
        if (own.isPresent()) {
          checkKind(setting, own.get());
        } else {
          check(setting);
        }
      }
    }
  }

  /**
   * Checks everything.
   *
   * @throws dev.pgstow.failure.Failure as above
   */
  void check(List<ConfigFile> files) {
    Set<String> commands = files.isEmpty() ? Set.of() : every.get().getSubcommands().keySet();
    for (Setting setting : all(files)) {
      String section = setting.key().command();
      if (!section.isEmpty() && !commands.contains(first(section))) {
        throw unknownSection(setting, commands);
      }
      check(setting);
    }
  }

  private void check(Setting setting) {
    String section = setting.key().command();
    CommandLine line = every.get();
    for (String word : section.isEmpty() ? List.<String>of() : List.of(section.split(" ", -1))) {
      CommandLine below = line.getSubcommands().get(word);
      if (below == null) {
        throw unknownSection(setting, line.getSubcommands().keySet());
      }
      line = below;
    }
    Stream<CommandLine> candidates =
        section.isEmpty() ? line.getSubcommands().values().stream() : Stream.of(line);
    OptionSpec option =
        candidates
            .flatMap(it -> option(it, setting.key().flag()).stream())
            .findFirst()
            .orElseThrow(() -> unknownKey(setting));
    checkKind(setting, option);
  }

  private static void checkKind(Setting setting, OptionSpec option) {
    ConfigValue value = setting.value();
    String key = setting.key().toString();
    if (ConfigDefaults.isSwitch(option) != value instanceof ConfigValue.Switch) {
      throw ConfigFailures.value(
          setting.file(),
          key,
          ConfigDefaults.isSwitch(option) ? "true or false" : "a string or a number");
    }
    if (value instanceof ConfigValue.Listing && !option.isMultiValue()) {
      throw ConfigFailures.value(setting.file(), key, "one value, not a list");
    }
  }

  private RuntimeException unknownKey(Setting setting) {
    String flag = setting.key().flag();
    List<String> owners = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    every
        .get()
        .getSubcommands()
        .forEach(
            (name, line) -> {
              if (option(line, flag).isPresent()) {
                owners.add(name);
              }
              boolean looked = setting.key().command().isEmpty();
              if (looked || name.equals(first(setting.key().command()))) {
                line.getCommandSpec()
                    .options()
                    .forEach(it -> names.addAll(ConfigDefaults.keys(it)));
              }
            });
    String hint =
        owners.isEmpty()
            ? near(flag, names)
            : "It is a flag of " + String.join(", ", owners) + ": put it there.";
    return ConfigFailures.unknown(setting.file(), setting.key().toString(), hint);
  }

  private static RuntimeException unknownSection(Setting setting, Set<String> commands) {
    return ConfigFailures.unknown(
        setting.file(),
        "section [" + setting.key().command().replace(' ', '.') + "]",
        near(first(setting.key().command()), commands) + " Sections are named after commands.");
  }

  private static String near(String typed, Set<String> names) {
    int limit = Math.max(2, typed.length() / 3);
    List<String> near =
        NearNames.to(typed, names, NEAR).stream()
            .filter(name -> NearNames.distance(typed, name) <= limit || name.contains(typed))
            .toList();
    return near.isEmpty()
        ? "Settings have the long names of flags, without dashes; see pgstow COMMAND --help."
        : "Did you mean " + String.join(", ", near) + "?";
  }

  private static Optional<OptionSpec> option(CommandLine line, String flag) {
    return Optional.ofNullable(line.getCommandSpec().optionsMap().get("--" + flag));
  }

  private static String first(String section) {
    int blank = section.indexOf(' ');
    return blank < 0 ? section : section.substring(0, blank);
  }

  private static List<Setting> all(List<ConfigFile> files) {
    return files.stream().flatMap(file -> file.settings().values().stream()).toList();
  }
}
