package dev.pgstow.cli;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.ConnectionSettings;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A first connection made while the terminal is still being opened. */
final class ConnectionAhead {
  private final ConnectionSettings settings;
  private final CompletableFuture<String> greeting;
  private final AtomicBoolean used = new AtomicBoolean();

  /** Starts connecting. */
  ConnectionAhead(ConnectionSettings settings) {
    this.settings = settings;
    this.greeting =
        CompletableFuture.supplyAsync(() -> ServerGreeting.of(settings, settings.database()));
  }

  /**
   * What that connection found; empty for other settings, and the second time, when it is old.
   *
   * @throws Failure the connection's own
   */
  Optional<String> greeting(ConnectionSettings wanted) {
    if (!wanted.equals(settings) || used.getAndSet(true)) {
      return Optional.empty();
    }
    try {
      return Optional.of(greeting.join());
    } catch (CompletionException e) {
      if (e.getCause() instanceof Failure failure) {
        throw failure;
      }
      throw e;
    }
  }
}
