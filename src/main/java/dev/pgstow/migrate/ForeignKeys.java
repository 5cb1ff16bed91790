package dev.pgstow.migrate;

import dev.pgstow.postgres.Session;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the foreign keys of the tables that scripts wrote to while the server did not: under
 * {@code session_replication_role = replica}. Which tables those are the server's own counters of
 * the transaction tell, so it must be one transaction from the first script to the check.
 */
final class ForeignKeys {
  private static final int SHOWN = 10;
  private static final String FOREIGN_KEY_VIOLATION = "23503";
  private static final String WRITTEN =
      "SELECT relid::bigint, n_tup_ins + n_tup_upd, n_tup_del + n_tup_upd"
          + " FROM pg_catalog.pg_stat_xact_user_tables WHERE n_tup_ins + n_tup_upd + n_tup_del > 0";

  /**
   * For each key a query that counts its broken rows, as the server's own {@code RI_Initial_Check}
   * looks for them. The constraints on a referenced table's partitions are left to the whole
   * table's; temporal ones compare otherwise.
   */
  private static final String KEYS =
      """
      SELECT con.conname, con.conrelid::regclass::text, con.confrelid::regclass::text,
        format('SELECT count(*) FROM %s%s c WHERE %s AND NOT EXISTS (SELECT FROM %s%s p WHERE %s)',
          CASE WHEN (SELECT relkind FROM pg_catalog.pg_class WHERE oid = con.conrelid) = 'p'
            THEN '' ELSE 'ONLY ' END,
          con.conrelid::regclass,
          string_agg(format('c.%I IS NOT NULL', ca.attname), ' AND '),
          CASE WHEN (SELECT relkind FROM pg_catalog.pg_class WHERE oid = con.confrelid) = 'p'
            THEN '' ELSE 'ONLY ' END,
          con.confrelid::regclass,
          string_agg(
            format('p.%I OPERATOR(%I.%s) c.%I', pa.attname, n.nspname, o.oprname, ca.attname),
            ' AND '))
      FROM pg_catalog.pg_constraint con
      CROSS JOIN LATERAL unnest(con.conkey, con.confkey, con.conpfeqop) AS k (c, p, op)
      JOIN pg_catalog.pg_attribute ca ON ca.attrelid = con.conrelid AND ca.attnum = k.c
      JOIN pg_catalog.pg_attribute pa ON pa.attrelid = con.confrelid AND pa.attnum = k.p
      JOIN pg_catalog.pg_operator o ON o.oid = k.op
      JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
      WHERE con.contype = 'f' AND con.convalidated
        AND coalesce(to_jsonb(con) ->> 'conperiod', 'false') = 'false'
        AND (con.conparentid = 0 OR EXISTS (SELECT FROM pg_catalog.pg_constraint up
          WHERE up.oid = con.conparentid AND up.confrelid = con.confrelid))
        AND (con.conrelid::bigint = ANY (?) OR con.confrelid::bigint = ANY (?)
          OR con.confrelid IN (SELECT pg_partition_root(t::oid::regclass) FROM unnest(?) AS d (t)))
      GROUP BY con.oid, con.conname, con.conrelid, con.confrelid
      ORDER BY 2, 1
      """;

  private record Counts(long inserted, long deleted) {}

  private final Session session;
  private Map<Long, Counts> before = Map.of();
  private final Set<Long> inserted = new HashSet<>();
  private final Set<Long> deleted = new HashSet<>();

  ForeignKeys(Session session) {
    this.session = session;
  }

  /** A script that switches them off is about to run. */
  void before() {
    before = written();
  }

  /** It has run. */
  void after() {
    written()
        .forEach(
            (table, now) -> {
              Counts then = before.getOrDefault(table, new Counts(0, 0));
              if (now.inserted() > then.inserted()) {
                inserted.add(table);
              }
              if (now.deleted() > then.deleted()) {
                deleted.add(table);
              }
            });
  }

  /** Tables that a script wrote to outside a transaction; the names as it has them. */
  void written(Set<String> tables) {
    for (String table : tables) {
      try (PreparedStatement statement =
          session.connection().prepareStatement("SELECT to_regclass(?)::oid::bigint")) {
        statement.setString(1, table);
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          long oid = row.getLong(1);
          if (!row.wasNull()) {
            inserted.add(oid);
            deleted.add(oid);
          }
        }
      } catch (SQLException e) {
        throw session.failure(e, "looking for " + table);
      }
    }
  }

  /**
   * Checks them, and begins anew.
   *
   * @param change the last one that wrote
   * @throws ScriptFailure {@code foreign-key-broken}, naming tables and constraints
   */
  void check(String module, String change, Path script, Aftermath afterwards) {
    List<String> broken = broken(module);
    if (!broken.isEmpty()) {
      throw ScriptFailure.ofBrokenKeys(error(module, change, script, broken), afterwards);
    }
    inserted.clear();
    deleted.clear();
  }

  private List<String> broken(String module) {
    if (inserted.isEmpty() && deleted.isEmpty()) {
      return List.of();
    }
    List<String> broken = new ArrayList<>();
    try (PreparedStatement keys = session.connection().prepareStatement(KEYS);
        Statement statement = session.connection().createStatement()) {
      keys.setArray(1, session.connection().createArrayOf("bigint", inserted.toArray()));
      keys.setArray(2, session.connection().createArrayOf("bigint", deleted.toArray()));
      keys.setArray(3, session.connection().createArrayOf("bigint", deleted.toArray()));
      try (ResultSet key = keys.executeQuery()) {
        while (key.next()) {
          try (ResultSet count = statement.executeQuery(key.getString(4))) {
            count.next();
            if (count.getLong(1) > 0) {
              broken.add(
                  count.getLong(1)
                      + " of "
                      + key.getString(2)
                      + " point at missing rows of "
                      + key.getString(3)
                      + " ("
                      + key.getString(1)
                      + ")");
            }
          }
        }
      }
    } catch (SQLException e) {
      throw session.failure(e, "checking the foreign keys of what " + module + " wrote");
    }
    return broken;
  }

  private static ScriptError error(String module, String change, Path script, List<String> broken) {
    String more = broken.size() > SHOWN ? "; and " + (broken.size() - SHOWN) + " more" : "";
    return new ScriptError(
        module,
        change,
        script,
        0,
        FOREIGN_KEY_VIOLATION,
        "The rows that "
            + module
            + " wrote with foreign keys switched off break some: "
            + String.join("; ", broken.subList(0, Math.min(SHOWN, broken.size())))
            + more
            + ".",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Map<Long, Counts> written() {
    Map<Long, Counts> written = new HashMap<>();
    try (Statement statement = session.connection().createStatement();
        ResultSet rows = statement.executeQuery(WRITTEN)) {
      while (rows.next()) {
        written.put(rows.getLong(1), new Counts(rows.getLong(2), rows.getLong(3)));
      }
    } catch (SQLException e) {
      throw session.failure(e, "counting written rows");
    }
    return written;
  }
}
