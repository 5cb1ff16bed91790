package dev.pgstow.cli;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.Secret;
import dev.pgstow.postgres.Session;
import java.util.Optional;
import java.util.Set;

/** Asks for a password where the server wants one and none is given. */
final class PasswordPrompt {
  private static final Set<String> PASSWORD_NEEDED = Set.of("password-missing", "password-wrong");

  private PasswordPrompt() {}

  /**
   * The settings, with a password if one is needed and a person is there to type it.
   *
   * @throws Failure the connection's own, if nothing is typed
   */
  static ConnectionSettings complete(ConnectionSettings settings, Prompters prompters) {
    if (!prompters.canAsk() || settings.password().isPresent()) {
      return settings;
    }
    String database = settings.database().or(settings::databaseHint).orElse("postgres");
    try (Session session = new Databases(settings).connect(database)) {
      return settings;
    } catch (Failure failure) {
      if (!isAboutPassword(failure)) {
        // Whatever else is wrong will show, with its own words, when the database is really wanted.
        return settings;
      }
      String password =
          prompters.password("Password for " + settings.user()).orElseThrow(() -> failure);
      return settings.withPassword(Optional.of(new Secret(password)));
    }
  }

  /** Whether a connection failed for want of a password. */
  static boolean isAboutPassword(Failure failure) {
    return PASSWORD_NEEDED.contains(failure.ident());
  }
}
