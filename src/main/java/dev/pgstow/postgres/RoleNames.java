package dev.pgstow.postgres;

import dev.pgstow.sql.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;

/** The roles of a server. */
final class RoleNames {
  /**
   * The catalog records who depends on which role, but not on the role that initdb made, of oid 10.
   */
  private static final String NAMED =
      "SELECT rolname FROM pg_catalog.pg_roles WHERE rolname !~ '^pg_' AND (oid = 10 OR oid IN"
          + " (SELECT d.refobjid FROM pg_catalog.pg_shdepend d"
          + " WHERE d.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass"
          + " AND (d.dbid = 0 AND d.classid = 'pg_catalog.pg_database'::pg_catalog.regclass"
          + " AND d.objid = (SELECT b.oid FROM pg_catalog.pg_database b"
          + " WHERE b.datname = pg_catalog.current_database())"
          + " OR d.dbid = (SELECT b.oid FROM pg_catalog.pg_database b"
          + " WHERE b.datname = pg_catalog.current_database()))))";

  private RoleNames() {}

  static Set<String> all(Session session) {
    return list(session, "SELECT rolname FROM pg_catalog.pg_roles");
  }

  static Set<String> namedIn(Session session) {
    return list(session, NAMED);
  }

  static void createStub(Session session, String name) {
    session.execute(
        "CREATE ROLE " + Identifiers.quoteAlways(name) + " NOLOGIN", "making the role " + name);
  }

  private static Set<String> list(Session session, String sql) {
    Set<String> names = new TreeSet<>();
    try (Statement statement = session.connection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw session.failure(e, "reading the server's roles");
    }
    return names;
  }
}
