package dev.pgstow.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags every command takes. */
final class GlobalOptions {
  @Option(names = "--cwd", paramLabel = "DIR", description = "Work in this folder.")
  private @Nullable Path cwd;

  @Option(
      names = {"-y", "--yes"},
      description = "Answer yes to questions.")
  boolean yes;

  @Option(
      names = "--no-input",
      description = "Never ask; missing answers take their defaults or fail.")
  boolean noInput;

  @Option(names = "--json", description = "Events and result as JSON lines on standard output.")
  boolean json;

  @Option(names = "--plain", description = "Line prompts and plain progress, no screens.")
  boolean plain;

  @Option(
      names = {"-q", "--quiet"},
      description = "Only results, warnings and failures: no progress.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Progress of every table.")
  boolean verbose;

  @Option(
      names = "--debug",
      description = "Tell what is sent to servers, with times, and where failures come from.")
  boolean debug;

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      converter = LogFormat.Converter.class,
      completionCandidates = Choices.LogFormats.class,
      description = "Standard error as text, or as JSON lines: text (default), json.")
  LogFormat logFormat = LogFormat.TEXT;

  @Option(names = "--no-color", description = "No colours.")
  boolean noColor;

  @Option(
      names = {"-?", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  /** The flags that a command line has to repeat to work in the same folder. */
  List<String> place() {
    return cwd == null ? List.of() : List.of("--cwd", cwd.toString());
  }

  Path directory(Surroundings surroundings) {
    return Optional.ofNullable(cwd)
        .map(dir -> surroundings.directory().resolve(dir).normalize())
        .orElse(surroundings.directory());
  }
}
