package dev.pgstow.cli;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.ConnectionFlags;
import dev.pgstow.postgres.ConnectionSettings;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

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

  /**
   * Refuses these flags beside another that names where to read.
   *
   * @throws Failure {@code flags-contradict}
   */
  void requireNone(String other) {
    if (Stream.of(url, host, port, user, database, sslMode).anyMatch(Objects::nonNull)) {
      throw Failure.usage(
          "flags-contradict",
          other + " reads no PostgreSQL server: --url, --host and the like contradict it.",
          "Give one or the other.");
    }
  }

  ConnectionSettings settings(Surroundings surroundings) {
    return ConnectionSettings.resolve(
        new ConnectionFlags(
            Optional.ofNullable(url),
            Optional.ofNullable(host),
            Optional.ofNullable(port),
            Optional.ofNullable(user),
            Optional.ofNullable(database),
            Optional.ofNullable(sslMode)),
        surroundings.environment(),
        surroundings.home(),
        surroundings.user());
  }
}
