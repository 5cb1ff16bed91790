package dev.pgstow.cli;

import dev.pgstow.cli.document.CommandPage;
import dev.pgstow.cli.document.CommandPages;
import dev.pgstow.failure.Failure;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
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
    String[] translated = PgpmSpelling.translate(arguments);
    List<String> words = List.of(translated);
    if (words.equals(List.of("--version")) || words.equals(List.of("-V"))) {
      // Asked by scripts, again and again: without the model of all commands.
      surroundings.out().println(version());
      return 0;
    }
    if (words.size() > 0 && words.get(0).equals(NameCompletion.COMMAND)) {
      new NameCompletion(surroundings, words.subList(1, words.size())).run();
      return 0;
    }
    boolean json = words.contains("--json");
    FailurePrinter failures =
        new FailurePrinter(surroundings.out(), surroundings.err(), json, words.contains("--debug"));
    try {
      return commandLine(failures, withDefault(translated)).execute(withDefault(translated));
    } finally {
      surroundings.out().flush();
      surroundings.err().flush();
    }
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
          PrintStream err = surroundings.err();
          err.println("pgstow: " + exception.getMessage());
          CommandLine.UnmatchedArgumentException.printSuggestions(exception, writer(err));
          String see =
              "See: " + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help";
          err.println("  " + see);
          return failures.tell(
              Failure.usage("arguments-invalid", String.valueOf(exception.getMessage()), see));
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
