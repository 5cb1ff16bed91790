package dev.pgstow.doctor;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.Session;
import dev.pgstow.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A server: whether it answers, and if it does, all about it.
 *
 * @param named whether anybody said which server; one that nobody named need not be there
 */
public record ConnectionCheck(
    ConnectionSettings settings, boolean named, Optional<Workspace> workspace) implements Check {
  private static final String TOPIC = "server";

  @Override
  public List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    settings
        .warnings()
        .forEach(it -> found.add(Finding.warning(TOPIC, "connection-settings", it, "")));
    Databases databases = new Databases(settings);
    Optional<String> chosen = settings.database().or(settings::databaseHint);
    try (Session session =
        chosen.isPresent() ? databases.connect(chosen.get()) : databases.connectToAny()) {
      ServerFacts facts = ServerFacts.of(session);
      found.addAll(
          new ServerCheck(
                  session.location(), session.serverVersion(), session.majorVersion(), facts)
              .findings());
      if (chosen.isPresent()) {
        found.addAll(new RightsCheck(session.user(), facts).findings());
        found.addAll(new ExtensionCheck(session, workspace).findings());
      } else {
        found.add(
            Finding.note(
                TOPIC,
                "database-not-chosen",
                "No database is named, so rights and extensions were not looked at.",
                "Give --database, or set PGDATABASE."));
      }
    } catch (Failure e) {
      found.add(
          named
              ? Finding.of(TOPIC, e, Finding.Severity.PROBLEM)
              : Finding.warning(
                  TOPIC,
                  e.ident(),
                  e.getMessage(),
                  "No server is named: give --url or --host, set DATABASE_URL or PGHOST, or write"
                      + " one into pgstow.toml."));
    }
    return found;
  }
}
