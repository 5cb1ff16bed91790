package dev.pgstow.doctor;

import dev.pgstow.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a server says of itself, the database and the role.
 *
 * @param bypassesPolicies a superuser does, too
 * @param replicaRole whether it may set session_replication_role
 * @param local whether the connection does not leave the machine
 * @param standby whether it is a standby, or transactions are read-only by default
 * @param lockSlots how many locks fit into the server's table of them
 * @param tables ordinary and partitioned tables outside of the catalog
 * @param policedTables those with row-level security that applies to the role
 * @param unreadable tables it may not read
 */
record ServerFacts(
    boolean superuser,
    boolean bypassesPolicies,
    boolean createsDatabases,
    boolean createsRoles,
    boolean createsSchemas,
    boolean replicaRole,
    boolean encrypted,
    boolean local,
    boolean standby,
    String encoding,
    String statementTimeout,
    long lockSlots,
    long freeConnections,
    long tables,
    long policedTables,
    long unreadable) {

  private static final int PARAMETER_PRIVILEGES = 15;

  private static final String FACTS =
      """
      SELECT r.rolsuper, r.rolsuper OR r.rolbypassrls, r.rolsuper OR r.rolcreatedb,
        r.rolsuper OR r.rolcreaterole,
        pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE'),
        r.rolsuper OR %s,
        coalesce((SELECT s.ssl FROM pg_catalog.pg_stat_ssl s
          WHERE s.pid = pg_catalog.pg_backend_pid()), false),
        coalesce(pg_catalog.host(pg_catalog.inet_server_addr())
          = pg_catalog.host(pg_catalog.inet_client_addr()), true),
        pg_catalog.pg_is_in_recovery()
          OR pg_catalog.current_setting('default_transaction_read_only') = 'on',
        pg_catalog.current_setting('server_encoding'),
        pg_catalog.current_setting('statement_timeout'),
        pg_catalog.current_setting('max_locks_per_transaction')::int8
          * (pg_catalog.current_setting('max_connections')::int8
            + pg_catalog.current_setting('max_prepared_transactions')::int8),
        pg_catalog.current_setting('max_connections')::int8
          - pg_catalog.current_setting('superuser_reserved_connections')::int8
          - (SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity a
              WHERE a.backend_type = 'client backend'),
        t.tables, t.policed, t.unreadable
      FROM pg_catalog.pg_roles r,
        (SELECT pg_catalog.count(*) AS tables,
            pg_catalog.count(*) FILTER (WHERE c.relrowsecurity AND (c.relforcerowsecurity
              OR NOT pg_catalog.pg_has_role(c.relowner, 'USAGE'))) AS policed,
            pg_catalog.count(*) FILTER (WHERE NOT
              (pg_catalog.has_schema_privilege(c.relnamespace, 'USAGE')
                AND pg_catalog.has_table_privilege(c.oid, 'SELECT'))) AS unreadable
          FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
          WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
            AND n.nspname NOT LIKE 'pg\\_%%' AND n.nspname <> 'information_schema') t
      WHERE r.rolname = current_user
      """;

  /**
   * Asks.
   *
   * @throws dev.pgstow.postgres.SqlFailure if the server refuses
   */
  static ServerFacts of(Session session) {
    String replica =
        session.majorVersion() >= PARAMETER_PRIVILEGES
            ? "pg_catalog.has_parameter_privilege('session_replication_role', 'SET')"
            : "false";
    try (Statement statement = session.connection().createStatement();
        ResultSet row = statement.executeQuery(FACTS.formatted(replica))) {
      row.next();
      return new ServerFacts(
          row.getBoolean(1),
          row.getBoolean(2),
          row.getBoolean(3),
          row.getBoolean(4),
          row.getBoolean(5),
          row.getBoolean(6),
          row.getBoolean(7),
          row.getBoolean(8),
          row.getBoolean(9),
          row.getString(10),
          row.getString(11),
          row.getLong(12),
          row.getLong(13),
          row.getLong(14),
          row.getLong(15),
          row.getLong(16));
    } catch (SQLException e) {
      throw session.failure(e, "asking the server about itself");
    }
  }
}
