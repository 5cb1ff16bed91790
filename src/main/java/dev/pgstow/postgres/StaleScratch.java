package dev.pgstow.postgres;

import dev.pgstow.failure.Failure;
import dev.pgstow.sql.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The scratch databases that killed runs left on a server: those of this role, older than an hour,
 * to which nobody is connected. A running one has its keeper connected, wherever it runs.
 */
final class StaleScratch {
  /** CASE, because the cast must not come before the match. */
  private static final String STALE =
      "SELECT d.datname FROM pg_catalog.pg_database d JOIN pg_catalog.pg_roles r"
          + " ON r.oid = d.datdba WHERE r.rolname = current_user"
          + " AND CASE WHEN d.datname ~ '^"
          + ScratchDatabase.PREFIX
          + "[0-9]{10}_[0-9a-f]{8}$' THEN pg_catalog.substr(d.datname, "
          + (ScratchDatabase.PREFIX.length() + 1)
          + ", 10)::pg_catalog.int8 < extract(epoch FROM pg_catalog.now()) - 3600 END"
          + " AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity a WHERE a.datid = d.oid)";

  private final Databases databases;

  StaleScratch(Databases databases) {
    this.databases = databases;
  }

  /** Drops them. What can't be dropped stays for another time. */
  void drop() {
    try (Session session = databases.connectToAny()) {
      for (String name : list(session)) {
        sweep(session, name);
      }
    } catch (Failure e) {
      // Making a database will tell what is wrong with the server.
      return;
    }
  }

  private void sweep(Session session, String name) {
    try {
      drop(session, name);
    } catch (Failure e) {
      try {
        ScratchDatabase.forgetSubscriptions(databases, name);
        drop(session, name);
      } catch (Failure again) {
        // It stays for another time.
        return;
      }
    }
  }

  /** Without FORCE: the server itself refuses if somebody has connected since. */
  private static void drop(Session session, String name) {
    session.execute(
        "DROP DATABASE IF EXISTS " + Identifiers.quoteAlways(name),
        "dropping the database " + name);
  }

  private static List<String> list(Session session) {
    List<String> names = new ArrayList<>();
    try (Statement statement = session.connection().createStatement();
        ResultSet rows = statement.executeQuery(STALE)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw session.failure(e, "looking for scratch databases");
    }
    return names;
  }
}
