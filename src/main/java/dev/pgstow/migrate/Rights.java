package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Checks before the first change that the session's role may do what the scripts will. */
final class Rights {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String MISSING_ROLES =
      "SELECT r FROM unnest(?) WITH ORDINALITY AS n (r, i)"
          + " WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = r) ORDER BY i";

  /** An extension, or a function of the database, may make roles when a script runs. */
  private static final String MAY_MAKE_ROLES =
      "SELECT e FROM unnest(?) AS n (e)"
          + " WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = e)"
          + " UNION ALL (SELECT p.proname FROM pg_catalog.pg_proc p"
          + " WHERE p.prosrc ~* '\\mcreate\\s+(role|user|group)\\M' LIMIT 1)";

  private static final String CANNOT_CONNECT =
      "SELECT r FROM unnest(?) AS n (r) WHERE NOT has_database_privilege(r, current_database(),"
          + " 'CONNECT') AND NOT has_database_privilege(current_database(),"
          + " 'CONNECT WITH GRANT OPTION')";
  private static final String CANNOT_EXECUTE =
      "SELECT p.oid::regprocedure::text FROM pg_catalog.pg_proc p"
          + " JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace"
          + " WHERE n.nspname = 'public' AND p.prokind <> 'p'"
          + " AND NOT has_function_privilege(p.oid, 'EXECUTE') LIMIT 1";

  private final Session session;

  Rights(Session session) {
    this.session = session;
  }

  /**
   * Checks.
   *
   * @throws Failure {@code replication-role-denied}, {@code role-missing}, {@code grant-denied}
   */
  void check(ScriptSurvey survey) {
    if (survey.replicaRole()) {
      replicaRole();
    }
    Map<String, String> grantees = survey.grantees();
    List<String> roles = List.copyOf(grantees.keySet());
    List<String> missing = among(roles, MISSING_ROLES);
    if (!missing.isEmpty() && !mayBeMade(missing, survey)) {
      throw Failure.failed(
          "role-missing",
          grantees.get(missing.get(0))
              + " grants to roles that this server does not have: "
              + String.join(", ", missing)
              + ".",
          Roles.ALL.containsAll(missing)
              ? "Make them: pgstow admin-users bootstrap"
              : "Make them with CREATE ROLE; pgstow admin-users bootstrap makes those of"
                  + " Constructive.");
    }
    if (survey.grantsConnect()) {
      List<String> denied =
          among(
              Roles.LOGIN.stream()
                  .filter(role -> roles.contains(role) && !missing.contains(role))
                  .toList(),
              CANNOT_CONNECT);
      if (!denied.isEmpty()) {
        throw denied("CONNECT on the database to " + String.join(", ", denied));
      }
    }
    if (survey.grantsFunctions()) {
      List<String> denied = among(List.of(), CANNOT_EXECUTE);
      if (!denied.isEmpty()) {
        throw denied("EXECUTE on functions in public, such as " + denied.get(0) + ",");
      }
    }
  }

  /**
   * Whether roles may turn up before they are granted to. If they don't, the server says so, and
   * the module is rolled back. Constructive's come from nowhere but scripts and the bootstrap.
   */
  private boolean mayBeMade(List<String> missing, ScriptSurvey survey) {
    return survey.createsOthers()
        || (Collections.disjoint(Roles.ALL, missing)
            && !among(List.copyOf(survey.extensions()), MAY_MAKE_ROLES).isEmpty());
  }

  private Failure denied(String what) {
    return Failure.failed(
        "grant-denied",
        "The scripts grant " + what + " which " + session.user() + " may not.",
        "Connect as a superuser, or as the owner of the database.");
  }

  /**
   * Checks that triggers and foreign keys may be switched off. Trying is surer than asking: some
   * hosts let others than superusers do it.
   *
   * @throws Failure {@code replication-role-denied}
   */
  void replicaRole() {
    try (Statement statement = session.connection().createStatement()) {
      statement.execute("BEGIN");
      try {
        statement.execute("SET LOCAL session_replication_role = replica");
      } finally {
        statement.execute("ROLLBACK");
      }
    } catch (SQLException e) {
      if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
        throw session.failure(e, "trying to set session_replication_role");
      }
      throw Failure.failed(
          "replication-role-denied",
          "The scripts set session_replication_role, which " + session.user() + " may not.",
          "Connect as a superuser, or (from PostgreSQL 15 on) have one GRANT SET ON PARAMETER"
              + " session_replication_role TO "
              + session.user()
              + ".",
          e);
    }
  }

  private List<String> among(List<String> names, String sql) {
    List<String> found = new ArrayList<>();
    try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
      if (sql.indexOf('?') >= 0) {
        statement.setArray(1, session.connection().createArrayOf("text", names.toArray()));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
    } catch (SQLException e) {
      throw session.failure(e, "checking roles and privileges");
    }
    return found;
  }
}
