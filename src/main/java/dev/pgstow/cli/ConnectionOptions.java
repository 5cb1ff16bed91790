package dev.pgstow.cli;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.ConnectionFlags;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.ConnectionValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The flags of every command that connects. libpq's environment and files stand below them. */
final class ConnectionOptions {
  @Option(
      names = {"--url", "--db"},
      paramLabel = "URL",
      description = "postgresql://user@host:port/database?sslmode=…")
  private @Nullable String url;

  @Option(
      names = {"-h", "--host"},
      paramLabel = "HOST",
      description = "Server host or socket folder (PGHOST).")
  private @Nullable String host;

  @Option(
      names = {"-p", "--port"},
      paramLabel = "PORT",
      description = "Server port (PGPORT).")
  private @Nullable String port;

  @Option(
      names = {"-U", "--user"},
      paramLabel = "NAME",
      description = "User name (PGUSER).")
  private @Nullable String user;

  @Option(
      names = {"-d", "--database"},
      paramLabel = "DATABASE",
      description = "The PostgreSQL database.")
  private @Nullable String database;

  @Option(
      names = "--sslmode",
      paramLabel = "MODE",
      completionCandidates = Choices.SslModes.class,
      description = "disable … verify-full.")
  private @Nullable String sslMode;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec mixee = CommandSpec.create();

  /**
   * Refuses these flags beside another that names where to read.
   *
   * @throws Failure {@code flags-contradict}
   */
  void requireNone(String other) {
    if (!flags(true).equals(ConnectionFlags.none())) {
      throw Failure.usage(
          "flags-contradict",
          other + " reads no PostgreSQL server: --url, --host and the like contradict it.",
          "Give one or the other.");
    }
  }

  /** The settings of flags, libpq's environment and files, and configuration files. */
  ConnectionSettings settings(Surroundings surroundings) {
    return ConnectionSettings.resolve(
        flags(true),
        flags(false),
        surroundings.environment(),
        surroundings.home(),
        surroundings.user());
  }

  /** What is said about the connection, and by whom. */
  List<ConnectionValue> explain(Surroundings surroundings) {
    return ConnectionSettings.explain(
        flags(true),
        flags(false),
        surroundings.environment(),
        surroundings.home(),
        surroundings.user());
  }

  /**
   * What the command line says, or what configuration files say in its place.
   *
   * @param given the former
   */
  private ConnectionFlags flags(boolean given) {
    return new ConnectionFlags(
        said(url, "--url", given),
        said(host, "--host", given),
        said(port, "--port", given),
        said(user, "--user", given),
        said(database, "--database", given),
        said(sslMode, "--sslmode", given));
  }

  private Optional<String> said(@Nullable String value, String option, boolean given) {
    CommandLine line = mixee.commandLine();
    boolean typed =
        line == null
            || line.getParseResult() == null
            || line.getParseResult().hasMatchedOption(option);
    return typed == given ? Optional.ofNullable(value) : Optional.empty();
  }
}
