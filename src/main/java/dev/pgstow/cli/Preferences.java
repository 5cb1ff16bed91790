package dev.pgstow.cli;

import dev.pgstow.config.ConfigPlaces;
import dev.pgstow.config.Configuration;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.failure.Failure;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;

/**
 * What has to be known before the arguments are parsed: how to tell that they can't be, and which
 * configuration goes with them.
 *
 * @param words the arguments, the command first
 * @param broken why the configuration could not be read; it is as if there were none then
 */
record Preferences(
    List<String> words,
    ConfigPlaces places,
    Configuration configuration,
    Optional<Failure> broken) {

  /** Those of the arguments, with the configuration of the folder they name. */
  static Preferences of(Surroundings surroundings, String... words) {
    List<String> all = List.of(words);
    ConfigPlaces places =
        new ConfigPlaces(
            directory(surroundings, all),
            surroundings.environment(),
            surroundings.home(),
            surroundings.user());
    if (words[0].startsWith("-")) {
      return new Preferences(all, places, Configuration.none(), Optional.empty());
    }
    try {
      return new Preferences(all, places, places.read(), Optional.empty());
    } catch (Failure e) {
      return new Preferences(all, places, Configuration.none(), Optional.of(e));
    }
  }

  private static Path directory(Surroundings surroundings, List<String> words) {
    try {
      return typed(words, "--cwd")
          .map(dir -> surroundings.directory().resolve(dir).normalize())
          .orElse(surroundings.directory());
    } catch (InvalidPathException e) {
      // Parsing will say so.
      return surroundings.directory();
    }
  }

  /** The sections of a command, the strongest first. */
  static List<String> sections(String command) {
    List<String> sections = new ArrayList<>(List.of(command));
    int blank = command.indexOf(' ');
    if (blank > 0) {
      sections.add(command.substring(0, blank));
    }
    if (command.equals("wizard")) {
      sections.add("export");
    }
    if (!command.equals("demo")) {
      // The demo is on its own server and in its own workspace, whatever is configured for others.
      sections.add("");
    }
    return sections;
  }

  /** The command, without what is below it. */
  String command() {
    return words.get(0);
  }

  /** Whether a flag such as {@code --json} is given, or configured and not taken back. */
  boolean isOn(String flag) {
    return words.stream()
        .takeWhile(word -> !word.equals("--"))
        .filter(word -> word.equals(flag) || word.startsWith(flag + "="))
        .findFirst()
        .map(word -> word.equals(flag) || word.equalsIgnoreCase(flag + "=true"))
        .orElseGet(() -> configured(flag).equals(Optional.of("true")));
  }

  /** The value of a flag such as {@code --log-format}. */
  Optional<String> text(String flag) {
    return typed(words, flag).or(() -> configured(flag));
  }

  /** Whether it is for the command that tells what is wrong itself, the configuration included. */
  boolean isDoctor() {
    return command().equals("doctor");
  }

  /** Whether the log is to tell all: not where its lines would go through full screens. */
  boolean tellsAll(Surroundings surroundings) {
    boolean screens = List.of("wizard", "demo").contains(command()) || words.contains("--browse");
    return isOn("--debug")
        && !(screens && surroundings.terminals().contains("2") && !isOn("--plain"));
  }

  /** Tells what a run begins with. */
  void tell(Log log, String version) {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.version");
    log.debug(
        "pgstow",
        version + ", Java " + Runtime.version() + ", " + system + ": " + String.join(" ", words),
        Map.of());
    configuration.files().forEach(it -> log.debug("config", "read " + it.path(), Map.of()));
  }

  /**
   * Makes sure that the configuration could be read and is one that a command can take.
   *
   * @param commands the names of all commands
   * @throws Failure {@code config-…}
   */
  void check(
      Surroundings surroundings, CommandLine command, ConfigCheck check, Set<String> commands) {
    if (broken.isPresent()) {
      throw broken.get();
    }
    check.check(configuration.files(), command, commands);
    configuration
        .warnings()
        .forEach(it -> surroundings.err().println("warning: " + Sanitizer.visible(it)));
  }

  private Optional<String> configured(String flag) {
    return configuration
        .find(sections(command()), flag.substring(2))
        .flatMap(it -> it.value().words().stream().findFirst());
  }

  private static Optional<String> typed(List<String> words, String flag) {
    for (int i = 0; i < words.size() && !words.get(i).equals("--"); i++) {
      if (words.get(i).equals(flag) && i + 1 < words.size()) {
        return Optional.of(words.get(i + 1));
      }
      if (words.get(i).startsWith(flag + "=")) {
        return Optional.of(words.get(i).substring(flag.length() + 1));
      }
    }
    return Optional.empty();
  }
}
