package dev.pgstow.doctor;

import dev.pgstow.progress.ProgressText;
import java.util.ArrayList;
import java.util.List;

/** What the role may do, and which commands want it. */
record RightsCheck(String role, ServerFacts facts) implements Check {
  private static final String TOPIC = "rights";

  @Override
  public List<Finding> findings() {
    if (facts.superuser()) {
      return List.of(Finding.ok(TOPIC, "superuser", role + " is a superuser"));
    }
    List<Finding> found = new ArrayList<>();
    if (facts.policedTables() > 0 && !facts.bypassesPolicies()) {
      found.add(
          Finding.warning(
              TOPIC,
              "row-security",
              "Row-level security of "
                  + ProgressText.count(facts.policedTables(), "table")
                  + " applies to "
                  + role
                  + ": reading them stops with an error.",
              "Connect as a role with BYPASSRLS, a superuser or the owner."));
    }
    if (facts.unreadable() > 0) {
      found.add(
          Finding.warning(
              TOPIC,
              "not-readable",
              role
                  + " may not read "
                  + ProgressText.count(facts.unreadable(), "table")
                  + " of "
                  + ProgressText.count(facts.tables())
                  + ".",
              "GRANT pg_read_all_data TO the role, or leave them out of data with --schemas."));
    }
    if (!facts.createsSchemas()) {
      found.add(
          note("create-denied", "create schemas here: no deploy.", "GRANT CREATE ON DATABASE …"));
    }
    if (!facts.replicaRole()) {
      found.add(
          note(
              "replication-role-denied",
              "set session_replication_role, which the scripts of service modules do.",
              "From PostgreSQL 15 on: GRANT SET ON PARAMETER session_replication_role TO …;"
                  + " else connect as a superuser."));
    }
    if (!facts.createsDatabases()) {
      found.add(
          note(
              "createdb-denied",
              "create databases: no deploy --createdb, no --scratch-here.",
              "ALTER ROLE … CREATEDB; scratch databases are on an embedded server anyway."));
    }
    if (!facts.createsRoles()) {
      found.add(
          note(
              "createrole-denied",
              "create roles: no admin-users bootstrap.",
              "ALTER ROLE … CREATEROLE"));
    }
    if (found.isEmpty()) {
      found.add(Finding.ok(TOPIC, "rights", role + " may do all that pgstow asks for"));
    }
    return found;
  }

  private Finding note(String ident, String what, String hint) {
    return Finding.note(TOPIC, ident, role + " may not " + what, hint);
  }
}
