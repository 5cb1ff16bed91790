package dev.pgstow.cli;

import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.Session;
import java.util.Optional;

/** Says who a server is. */
final class ServerGreeting {
  private ServerGreeting() {}

  /**
   * Connects for a moment, to the database that is chosen if one is.
   *
   * @return the server, such as {@code postgres@localhost:5432 PostgreSQL 17.4}
   */
  static String of(ConnectionSettings settings, Optional<String> database) {
    Databases databases = new Databases(settings);
    try (Session session =
        database.isPresent()
            ? databases.connect(database.orElseThrow())
            : databases.connectToAny()) {
      return settings.location() + " PostgreSQL " + session.serverVersion();
    }
  }
}
