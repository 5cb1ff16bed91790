package dev.pgstow.doctor;

import dev.pgstow.failure.Failure;
import dev.pgstow.install.PgpmModuleNames;
import dev.pgstow.postgres.Session;
import dev.pgstow.progress.ProgressText;
import dev.pgstow.workspace.Module;
import dev.pgstow.workspace.Workspace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The PostgreSQL extensions that modules require, and whether the server has them. */
record ExtensionCheck(Session session, Optional<Workspace> workspace) implements Check {
  private static final String TOPIC = "extensions";
  private static final String NAMES =
      "SELECT a.name, a.installed_version IS NOT NULL FROM pg_catalog.pg_available_extensions a"
          + " UNION SELECT e.extname, true FROM pg_catalog.pg_extension e";

  @Override
  public List<Finding> findings() {
    Map<String, Boolean> known = known();
    Set<String> installed = new TreeSet<>();
    known.forEach(
        (name, there) -> {
          if (there) {
            installed.add(name);
          }
        });
    List<Finding> found = new ArrayList<>();
    found.add(
        Finding.ok(
            TOPIC,
            "extensions",
            "in use: "
                + (installed.isEmpty() ? "none" : String.join(", ", installed))
                + "; "
                + ProgressText.count(known.size() - installed.size())
                + " more can be created"));
    required()
        .forEach(
            (extension, module) -> {
              if (!known.containsKey(extension)) {
                found.add(
                    Finding.problem(
                        TOPIC,
                        "extension-unavailable",
                        "The module "
                            + module
                            + " requires "
                            + extension
                            + ", which this server does not have.",
                        "Install the extension's package on the server, or leave it out of the"
                            + " module's control file."));
              }
            });
    return found;
  }

  /** Each with a module that requires it. */
  private Map<String, String> required() {
    Map<String, String> required = new TreeMap<>();
    if (workspace.isEmpty()) {
      return required;
    }
    try {
      Set<String> modules = workspace.get().modules().names();
      for (Module module : workspace.get().modules().all()) {
        for (String name : module.control().requires()) {
          if (!modules.contains(name) && PgpmModuleNames.npmName(name).isEmpty()) {
            required.putIfAbsent(name, module.name());
          }
        }
      }
    } catch (Failure e) {
      // A workspace that can't be read is told of elsewhere.
      return required;
    }
    return required;
  }

  private Map<String, Boolean> known() {
    Map<String, Boolean> known = new TreeMap<>();
    try (Statement statement = session.connection().createStatement();
        ResultSet rows = statement.executeQuery(NAMES)) {
      while (rows.next()) {
        known.merge(rows.getString(1), rows.getBoolean(2), Boolean::logicalOr);
      }
    } catch (SQLException e) {
      throw session.failure(e, "looking for extensions");
    }
    return known;
  }
}
