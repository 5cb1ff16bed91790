package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Session;
import dev.pgstow.sql.Literals;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * pgpm's record of what is deployed in a database, the schema {@code pgpm_migrate}. What pgpm made
 * is never altered; what is missing is made as pgpm expects it. Used by the session's thread; the
 * session stays the caller's.
 */
public final class Ledger {
  private static final String EXISTS =
      "SELECT EXISTS (SELECT FROM pg_catalog.pg_class c"
          + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE n.nspname = 'pgpm_migrate' AND c.relname = 'changes')";

  private static final String DEPLOYED =
      "SELECT package, change_name, script_hash, deployed_at FROM pgpm_migrate.changes"
          + " WHERE package = ANY (?) ORDER BY deployed_at";

  /** Foreign keys are checked at the end of the statement, so its parts may come in any order. */
  private static final String RECORD =
      """
      WITH package AS (
        INSERT INTO pgpm_migrate.packages (package) SELECT unnest(?) ON CONFLICT DO NOTHING),
      change AS (
        INSERT INTO pgpm_migrate.changes
          (change_id, change_name, package, script_hash, deployed_at)
        SELECT * FROM unnest(?, ?, ?, ?, ?::timestamptz[])
        RETURNING change_name, package, deployed_at),
      dependency AS (
        INSERT INTO pgpm_migrate.dependencies (change_id, requires) SELECT * FROM unnest(?, ?))
      INSERT INTO pgpm_migrate.events (event_type, change_name, package, occurred_at)
      SELECT 'deploy', change_name, package, deployed_at FROM change ORDER BY deployed_at
      """;

  private static final String DEPENDENTS =
      "SELECT d.requires, c.package, c.change_name FROM pgpm_migrate.dependencies d"
          + " JOIN pgpm_migrate.changes c USING (change_id)"
          + " WHERE d.requires = ANY (?) OR (c.package = ? AND d.requires = ANY (?))"
          + " ORDER BY 1, 2, 3";

  /** Marks the event of a change that is begun outside a transaction. */
  private static final String STARTED = "PGSTOW_STARTED";

  private static final String UNFINISHED =
      """
      SELECT s.package, s.change_name FROM pgpm_migrate.events s
      WHERE s.error_code = 'PGSTOW_STARTED' AND s.package = ANY (?)
        AND NOT EXISTS (SELECT FROM pgpm_migrate.changes c
          WHERE c.package = s.package AND c.change_name = s.change_name)
        AND NOT EXISTS (SELECT FROM pgpm_migrate.events e
          WHERE e.package = s.package AND e.change_name = s.change_name
            AND e.event_id > s.event_id AND e.error_code IS NULL AND e.event_type <> 'verify')
      GROUP BY 1, 2 ORDER BY min(s.event_id)
      """;

  private final Session session;

  /** The ledger of the session's database. */
  public Ledger(Session session) {
    this.session = session;
  }

  /** Whether the database has one. */
  public boolean exists() {
    boolean[] exists = {false};
    query(EXISTS, statement -> {}, row -> exists[0] = row.getBoolean(1));
    return exists[0];
  }

  /**
   * Makes what is missing of it, all or nothing. Not inside a transaction.
   *
   * @throws Failure in the server's words
   */
  public void ensure() {
    Set<String> present = present();
    StringBuilder sql = new StringBuilder();
    for (LedgerObject object : LedgerObject.values()) {
      if (!present.contains(object.signature())) {
        sql.append(object.sql());
      }
    }
    if (!sql.isEmpty()) {
      // One message of several statements is one transaction.
      session.execute(sql.toString(), "making the ledger pgpm_migrate");
    }
  }

  private Set<String> present() {
    Set<String> present = new HashSet<>();
    try (Statement statement = session.connection().createStatement();
        ResultSet rows = statement.executeQuery(LedgerObject.PRESENT)) {
      while (rows.next()) {
        present.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw session.failure(e, "looking for the ledger pgpm_migrate");
    }
    return present;
  }

  /**
   * What is deployed of some modules: by module, then by change, in the order of deployment. Empty
   * maps for modules of which nothing is.
   */
  public Map<String, Map<String, DeployedChange>> deployed(Collection<String> modules) {
    Map<String, Map<String, DeployedChange>> deployed = new LinkedHashMap<>();
    modules.forEach(module -> deployed.put(module, new LinkedHashMap<>()));
    query(
        DEPLOYED,
        statement -> statement.setArray(1, text(modules)),
        row -> {
          DeployedChange change =
              new DeployedChange(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  row.getObject(4, OffsetDateTime.class));
          deployed
              .computeIfAbsent(change.module(), module -> new LinkedHashMap<>())
              .put(change.change(), change);
        });
    return deployed;
  }

  /** Who requires changes of a module: {@code module:change} by the name of the required change. */
  Map<String, List<String>> dependents(String module, Collection<String> changes) {
    Map<String, List<String>> dependents = new LinkedHashMap<>();
    List<String> qualified = changes.stream().map(change -> module + ":" + change).toList();
    query(
        DEPENDENTS,
        statement -> {
          statement.setArray(1, text(qualified));
          statement.setString(2, module);
          statement.setArray(3, text(changes));
        },
        row -> {
          String required = row.getString(1);
          String name = required.substring(required.indexOf(':') + 1);
          dependents
              .computeIfAbsent(name, it -> new ArrayList<>())
              .add(row.getString(2) + ":" + row.getString(3));
        });
    return dependents;
  }

  /** Changes begun outside a transaction and never finished, as {@code module:change}. */
  List<String> unfinished(Collection<String> modules) {
    List<String> unfinished = new ArrayList<>();
    query(
        UNFINISHED,
        statement -> statement.setArray(1, text(modules)),
        row -> unfinished.add(row.getString(1) + ":" + row.getString(2)));
    return unfinished;
  }

  /**
   * Records changes as deployed, as calling {@code pgpm_migrate.deploy} for each would, at once.
   * They require nothing that is not deployed.
   */
  void deployed(List<LedgerRecord> records) {
    if (records.isEmpty()) {
      return;
    }
    List<String> ids = records.stream().map(LedgerRecord::id).toList();
    List<String> dependents = new ArrayList<>();
    List<String> required = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      for (String name : records.get(i).requires()) {
        dependents.add(ids.get(i));
        required.add(name);
      }
    }
    try (PreparedStatement statement = session.connection().prepareStatement(RECORD)) {
      statement.setArray(1, text(records.stream().map(LedgerRecord::module).distinct().toList()));
      statement.setArray(2, text(ids));
      statement.setArray(3, text(records.stream().map(LedgerRecord::change).toList()));
      statement.setArray(4, text(records.stream().map(LedgerRecord::module).toList()));
      statement.setArray(5, text(records.stream().map(LedgerRecord::hash).toList()));
      statement.setArray(6, text(records.stream().map(it -> it.at().toString()).toList()));
      statement.setArray(7, text(dependents));
      statement.setArray(8, text(required));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw session.failure(e, "recording changes in the ledger pgpm_migrate");
    }
  }

  /** Notes that a change is begun outside a transaction. */
  void started(String module, String change) {
    event("deploy", module, change, "started without a transaction", STARTED);
  }

  /** Notes a failure. */
  void failed(String type, String module, String change, String message, String code) {
    event(type, module, change, message, code);
  }

  private void event(String type, String module, String change, String message, String code) {
    try (PreparedStatement statement =
        session
            .connection()
            .prepareStatement(
                "INSERT INTO pgpm_migrate.events"
                    + " (event_type, package, change_name, error_message, error_code)"
                    + " VALUES (?, ?, ?, ?, ?)")) {
      statement.setString(1, type);
      statement.setString(2, module);
      statement.setString(3, change);
      statement.setString(4, message);
      statement.setString(5, code);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw session.failure(e, "writing to the ledger pgpm_migrate");
    }
  }

  /** The statement that records a change as deployed. */
  static String recordDeploy(
      String module, String change, String hash, Collection<String> requires) {
    return "CALL pgpm_migrate.deploy("
        + Literals.quote(module)
        + ", "
        + Literals.quote(change)
        + ", "
        + Literals.quote(hash)
        + ", ARRAY["
        + requires.stream().map(Literals::quote).collect(Collectors.joining(", "))
        + "]::text[], '', true)";
  }

  /** The statement that records a change as reverted. */
  static String recordRevert(String module, String change) {
    return "CALL pgpm_migrate.revert("
        + Literals.quote(module)
        + ", "
        + Literals.quote(change)
        + ", '')";
  }

  private java.sql.Array text(Collection<String> values) throws SQLException {
    return session.connection().createArrayOf("text", values.toArray());
  }

  private void query(String sql, Binder binder, RowReader reader) {
    try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
      binder.bind(statement);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    } catch (SQLException e) {
      throw session.failure(e, "reading the ledger pgpm_migrate");
    }
  }

  @FunctionalInterface
  private interface Binder {
    void bind(PreparedStatement statement) throws SQLException;
  }

  @FunctionalInterface
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }
}
