package dev.pgstow.cli;

import dev.pgstow.migrate.SessionLimits;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of every command that runs scripts. */
final class ScriptOptions {
  @Option(
      names = "--statement-timeout",
      paramLabel = "TIME",
      converter = TimeoutConverter.class,
      description = "Longest time for one statement: 500ms, 30s, 5min, 2h; 0 for none.")
  private @Nullable Duration statementTimeout;

  @Option(
      names = "--lock-timeout",
      paramLabel = "TIME",
      converter = TimeoutConverter.class,
      description = "Longest wait for a lock, that of another deployment included.")
  private @Nullable Duration lockTimeout;

  @Option(names = "--notices", description = "Show what the server says while scripts run.")
  boolean notices;

  SessionLimits limits() {
    return new SessionLimits(
        Optional.ofNullable(statementTimeout), Optional.ofNullable(lockTimeout));
  }
}
