package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.install.PgpmModuleNames;
import dev.pgstow.postgres.Session;
import dev.pgstow.sql.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Creates the PostgreSQL extensions that modules require. */
public final class ExtensionInstaller {
  private final Session session;

  /** An installer for the session's database; the session stays the caller's. */
  public ExtensionInstaller(Session session) {
    this.session = session;
  }

  /**
   * Checks that what the modules require is there or can be created.
   *
   * @throws Failure {@code extension-unavailable}, or {@code module-missing} if it is a module of
   *     pgpm's that the workspace lacks
   */
  public void check(Collection<ResolvedModule> modules) {
    Set<String> available = names("SELECT name FROM pg_catalog.pg_available_extensions");
    available.addAll(installed());
    for (ResolvedModule module : modules) {
      for (String extension : module.extensions()) {
        if (!available.contains(extension)) {
          throw missing(module, extension);
        }
      }
    }
  }

  private static Failure missing(ResolvedModule module, String extension) {
    Optional<String> npm = PgpmModuleNames.npmName(extension);
    return npm.isPresent()
        ? Failure.failed(
            "module-missing",
            "The module "
                + module.name()
                + " requires "
                + extension
                + ", which the workspace lacks.",
            "Install it: pgstow install " + npm.get())
        : Failure.failed(
            "extension-unavailable",
            "The module "
                + module.name()
                + " requires "
                + extension
                + ", which is neither a module of the workspace nor an extension this server has.",
            "Install the extension on the server, add the module to the workspace, or take the name"
                + " out of the requires of "
                + module.module().controlFile()
                + ".");
  }

  /**
   * Creates those of a module that are missing, and what they depend on, in the transaction that is
   * open, if one is; gives their names.
   *
   * @throws Failure in the server's words
   */
  public List<String> install(ResolvedModule module) {
    Set<String> installed = installed();
    List<String> missing =
        module.extensions().stream().filter(name -> !installed.contains(name)).toList();
    for (String name : missing) {
      session.execute(
          "CREATE EXTENSION IF NOT EXISTS " + Identifiers.quoteAlways(name) + " CASCADE",
          "creating the extension " + name + " for the module " + module.name());
    }
    return missing;
  }

  private Set<String> installed() {
    return names("SELECT extname FROM pg_catalog.pg_extension");
  }

  private Set<String> names(String sql) {
    Set<String> names = new HashSet<>();
    try (Statement statement = session.connection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw session.failure(e, "looking for extensions");
    }
    return names;
  }
}
