package dev.pgstow.cli;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.Session;
import java.util.Optional;
import java.util.Set;

/** Says who a server is. */
final class ServerGreeting {
  private ServerGreeting() {}

  /** Failures another database of the same server may not have. */
  private static final Set<String> ABOUT_THE_DATABASE =
      Set.of("database-not-found", "database-refused", "login-rejected");

  /**
   * Connects for a moment, to the database that is chosen if one is; to another if it is only that
   * one which can't be used, since others can be chosen.
   *
   * @return the server, such as {@code postgres@localhost:5432 PostgreSQL 17.4}
   */
  static String of(ConnectionSettings settings, Optional<String> database) {
    try (Session session = connect(new Databases(settings), database)) {
      return settings.location() + " PostgreSQL " + session.serverVersion();
    }
  }

  private static Session connect(Databases databases, Optional<String> database) {
    if (database.isPresent()) {
      try {
        return databases.connect(database.orElseThrow());
      } catch (Failure failure) {
        if (!ABOUT_THE_DATABASE.contains(failure.ident())) {
          throw failure;
        }
        return databases.connectToAny();
      }
    }
    return databases.connectToAny();
  }
}
