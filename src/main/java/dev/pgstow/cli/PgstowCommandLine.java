package dev.pgstow.cli;

import dev.pgstow.cli.document.CommandPage;
import dev.pgstow.cli.document.CommandPages;
import dev.pgstow.failure.Failure;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command line: parses, runs, and maps failures to exit codes in one place. */
public final class PgstowCommandLine {
  private final Surroundings surroundings;

  /** A command line in these surroundings. */
  public PgstowCommandLine(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Runs the arguments; returns the exit code. */
  public int run(String... arguments) {
    if (answersAtOnce(List.of(arguments))) {
      surroundings.out().flush();
      return 0;
    }
    String[] words = withDefault(PgpmSpelling.translate(arguments));
    Preferences preferences = Preferences.of(surroundings, words);
    Log log = Log.of(preferences, surroundings);
    try {
      return new PgstowCommandLine(surroundings.with(log)).run(preferences, words);
    } finally {
      surroundings.out().flush();
      surroundings.err().flush();
    }
  }

  /** What scripts and shells ask again and again needs no model of all commands. */
  private boolean answersAtOnce(List<String> words) {
    if (words.equals(List.of("--version")) || words.equals(List.of("-V"))) {
      surroundings.out().println(version());
      return true;
    }
    if (!words.isEmpty() && words.get(0).equals(NameCompletion.COMMAND)) {
      new NameCompletion(surroundings, words.subList(1, words.size())).run();
      return true;
    }
    return false;
  }

  private int run(Preferences preferences, String... words) {
    boolean tellsAll = preferences.tellsAll(surroundings);
    FailurePrinter failures =
        new FailurePrinter(
            surroundings.out(),
            surroundings.log(),
            preferences.isOn("--json"),
            preferences.isOn("--debug"));
    Optional<DebugLog> listening =
        tellsAll ? Optional.of(DebugLog.open(surroundings.log())) : Optional.empty();
    try {
      if (tellsAll) {
        preferences.tell(surroundings.log(), version());
      }
      CommandLine line = commandLine(failures, words);
      new ConfigDefaults(preferences.configuration(), surroundings.environment())
          .install(line, failures);
      CommandLine command = line.getSubcommands().get(words[0]);
      if (command != null && !preferences.isDoctor()) {
        preferences.check(surroundings, command, check(), commands().keySet());
      }
      return line.execute(words);
    } catch (Failure | OutOfMemoryError e) {
      return failures.print(e);
    } finally {
      listening.ifPresent(DebugLog::close);
    }
  }

  private ConfigCheck check() {
    FailurePrinter nobody =
        new FailurePrinter(surroundings.out(), surroundings.err(), false, false);
    return new ConfigCheck(() -> commandLine(nobody));
  }

  /** Prints the help of the whole program on standard error. */
  void usage() {
    commandLine(new FailurePrinter(surroundings.out(), surroundings.err(), false, false))
        .usage(surroundings.err());
  }

  /** {@code pgstow} alone opens the wizard; with flags only, they are the wizard's. */
  static String[] withDefault(String[] arguments) {
    List<String> ours = List.of("-?", "--help", "-V", "--version");
    if (arguments.length > 0 && (!arguments[0].startsWith("-") || ours.contains(arguments[0]))) {
      return arguments;
    }
    String[] wizard = new String[arguments.length + 1];
    wizard[0] = "wizard";
    System.arraycopy(arguments, 0, wizard, 1, arguments.length);
    return wizard;
  }

  /** What there is to tell of the whole program. */
  CommandPage page() {
    FailurePrinter failures =
        new FailurePrinter(surroundings.out(), surroundings.err(), false, false);
    return CommandPages.of(commandLine(failures).getCommandSpec());
  }

  private Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("wizard", () -> new WizardCommand(surroundings));
    commands.put("export", () -> new ExportCommand(surroundings));
    commands.put("dump", () -> new DumpCommand(surroundings));
    commands.put("drift", () -> new DriftCommand(surroundings, Clock.systemUTC()));
    commands.put("pull", () -> new PullCommand(surroundings, Clock.systemUTC()));
    commands.put("adopt", () -> new AdoptCommand(surroundings));
    commands.put("init", () -> new InitCommand(surroundings));
    commands.put("install", () -> new InstallCommand(surroundings));
    commands.put("recover", () -> new RecoverCommand(surroundings));
    commands.put("deploy", () -> new DeployCommand(surroundings));
    commands.put("verify", () -> new VerifyCommand(surroundings));
    commands.put("revert", () -> new RevertCommand(surroundings));
    commands.put("tag", () -> new TagCommand(surroundings, Clock.systemUTC()));
    commands.put("status", () -> new StatusCommand(surroundings));
    commands.put(
        "migrate",
        () -> new CommandLine(new MigrateCommand()).addSubcommand(new StatusCommand(surroundings)));
    commands.put("test-packages", () -> new TestPackagesCommand(surroundings));
    commands.put("prove", () -> new ProveCommand(surroundings));
    commands.put(
        "admin-users",
        () ->
            new CommandLine(new AdminUsersCommand())
                .addSubcommand(new BootstrapCommand(surroundings)));
    commands.put(
        "data",
        () ->
            new CommandLine(new DataCommand(surroundings, Clock.systemUTC()))
                .addSubcommand(new DataVerifyCommand(surroundings)));
    commands.put("doctor", () -> new DoctorCommand(surroundings, check()));
    commands.put("config", () -> new ConfigCommand(surroundings, check()));
    commands.put("demo", () -> new DemoCommand(surroundings));
    commands.put("completion", () -> new CompletionCommand(surroundings, this::page));
    commands.put("man-pages", () -> new ManPagesCommand(surroundings, this::page, version()));
    return commands;
  }

  /**
   * The whole command line; with arguments that name a command, of the others only what it needs.
   */
  CommandLine commandLine(FailurePrinter failures, String... arguments) {
    CommandLine line = new CommandLine(new RootCommand());
    Map<String, Supplier<Object>> commands = commands();
    // Each command takes picocli a while to look into, which the first screen would wait for.
    if (arguments.length > 0 && commands.containsKey(arguments[0])) {
      commands.keySet().retainAll(Set.of(arguments[0]));
    }
    commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
    abbreviateSynopses(line);
    // @v1.0.0 is a tag, whatever lies in the folder.
    line.setExpandAtFiles(false);
    line.getCommandSpec().version(version());
    line.getCommandSpec().addOption(standardOption("-?", "--help", true));
    line.getCommandSpec().addOption(standardOption("-V", "--version", false));
    line.setOut(writer(surroundings.out()));
    line.setErr(writer(surroundings.err()));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(colours()));
    line.setUsageHelpWidth(100);
    line.setExecutionExceptionHandler((exception, command, parsed) -> failures.print(exception));
    line.setParameterExceptionHandler(
        (exception, given) -> {
          StringWriter hint = new StringWriter();
          PrintWriter lines = new PrintWriter(hint, true);
          CommandLine.UnmatchedArgumentException.printSuggestions(exception, lines);
          CommandSpec spec = exception.getCommandLine().getCommandSpec();
          lines.print("See: " + spec.qualifiedName() + " --help");
          return failures.print(
              Failure.usage("arguments-invalid", UsageMessage.of(exception), hint.toString()));
        });
    return line;
  }

  private static void abbreviateSynopses(CommandLine line) {
    for (CommandLine command : line.getSubcommands().values()) {
      command.getCommandSpec().usageMessage().abbreviateSynopsis(true);
      abbreviateSynopses(command);
    }
  }

  private static OptionSpec standardOption(String shortName, String name, boolean help) {
    return OptionSpec.builder(shortName, name)
        .usageHelp(help)
        .versionHelp(!help)
        .description(help ? "Show this help." : "Show the version.")
        .build();
  }

  private Ansi colours() {
    boolean wanted =
        surroundings.terminals().contains("1")
            && !surroundings.environment().containsKey("NO_COLOR")
            && !"dumb".equals(surroundings.environment().get("TERM"));
    return wanted ? Ansi.ON : Ansi.OFF;
  }

  private static String version() {
    String version = PgstowCommandLine.class.getPackage().getImplementationVersion();
    return "pgstow " + (version == null ? "(not packaged)" : version);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
