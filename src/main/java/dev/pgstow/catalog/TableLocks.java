package dev.pgstow.catalog;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Session;
import dev.pgstow.postgres.Snapshot;
import dev.pgstow.postgres.SqlFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * ACCESS SHARE locks on the tables that are read. {@code pg_get_*def} functions look at the newest
 * catalog, not at the snapshot; the locks come before the snapshot, so both are the same.
 */
final class TableLocks {
  private final Session session;
  private final Scope scope;
  private final List<String> notes = new ArrayList<>();

  TableLocks(Session session, Scope scope) {
    this.session = session;
    this.scope = scope;
  }

  /** Tables to lock. */
  List<String> wanted() {
    List<String> tables = new ArrayList<>();
    int[] refused = {0};
    new Queries(session)
        .each(
            "tables",
            """
            SELECT n.nspname, c.relname,
              has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
                AS allowed
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
              AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            ORDER BY c.oid
            """,
            row -> {
              if (scope.wants(Optional.of(row.text("nspname")))) {
                if (row.flag("allowed")) {
                  tables.add(Names.qualified(row.text("nspname"), row.text("relname")));
                } else {
                  refused[0]++;
                }
              }
            });
    notes.clear();
    if (refused[0] > 0) {
      notes.add(
          "Tables read without a lock, since "
              + session.user()
              + " may not select from them: "
              + refused[0]
              + ".");
    }
    return tables;
  }

  /** A snapshot of a moment at which the locks were held. */
  Snapshot open(List<String> tables) {
    try {
      return tables.isEmpty() ? Snapshot.open(session) : Snapshot.open(session, lock(tables));
    } catch (SqlFailure e) {
      throw explained(e, tables.size());
    }
  }

  /** Locks, inside the snapshot, tables that were made between listing and locking. */
  void add(List<String> locked) {
    List<String> more = new ArrayList<>(wanted());
    more.removeAll(new HashSet<>(locked));
    if (!more.isEmpty()) {
      try {
        session.execute(lock(more), "locking tables");
      } catch (SqlFailure e) {
        throw explained(e, locked.size() + more.size());
      }
    }
  }

  List<String> notes() {
    return notes;
  }

  private static String lock(List<String> tables) {
    return "LOCK TABLE ONLY " + String.join(", ONLY ", tables) + " IN ACCESS SHARE MODE";
  }

  static Failure explained(SqlFailure failure, int tables) {
    return failure.sqlState().equals("53200")
        ? Failure.failed(
            "lock-table-full",
            "The server has no room to lock " + tables + " tables at once.",
            "Raise max_locks_per_transaction in postgresql.conf and restart the server, or dump"
                + " fewer schemas at a time with --schemas.",
            failure)
        : failure;
  }
}
