package dev.pgstow.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Session;
import dev.pgstow.postgres.SqlFailure;
import dev.pgstow.progress.ProgressListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogReaderTest extends CatalogTestBase {
  private static final String PLAIN_ROLE =
      """
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'catalog_plain') THEN
          CREATE ROLE catalog_plain LOGIN;
        END IF;
      END $$;
      """;

  @Test
  void aNewDatabaseHoldsNothing() {
    Catalog catalog = read(database());
    assertEquals("", text(catalog));
    assertEquals(List.of(), catalog.notes());
    assertEquals(List.of(), catalog.omissions());
  }

  @Test
  void onlyTheSchemasAskedForAreReadWithTheExtensionsTheyNeed() {
    String database =
        database(
            """
            CREATE SCHEMA a; CREATE SCHEMA b; CREATE SCHEMA ext;
            CREATE EXTENSION hstore WITH SCHEMA ext; CREATE EXTENSION citext;
            CREATE TABLE a.t (h ext.hstore); CREATE TABLE b.u (a int); CREATE SCHEMA c;
            """);
    Catalog catalog =
        read(database, new CatalogOptions(List.of("a"), List.of(), true, true), server.user);
    assertEquals(
        "schema a, schema ext, extension hstore, table a.t",
        catalog.objects().stream()
            .map(object -> Describe.of(object.identity()))
            .collect(Collectors.joining(", ")));
    Catalog rest =
        read(database, new CatalogOptions(List.of(), List.of("a"), true, true), server.user);
    assertEquals(
        "schema b, schema c, schema ext, extension citext, extension hstore, table b.u",
        rest.objects().stream()
            .map(object -> Describe.of(object.identity()))
            .collect(Collectors.joining(", ")));
  }

  @Test
  void ownersAndPrivilegesAreLeftOutOnRequest() {
    String database =
        database(
            "CREATE SCHEMA a; CREATE TABLE a.t (b int); GRANT SELECT (b) ON a.t TO PUBLIC;"
                + " ALTER DEFAULT PRIVILEGES IN SCHEMA a GRANT SELECT ON TABLES TO PUBLIC");
    String text =
        text(read(database, new CatalogOptions(List.of(), List.of(), false, false), server.user));
    assertFalse(text.contains("OWNER"), text);
    assertFalse(text.contains("GRANT"), text);
  }

  @Test
  void whatPgDumpDoesNotTellOfATableIsCarriedOrNoted() {
    String database =
        database(
            """
            CREATE SCHEMA a;
            CREATE TABLE a.par (x int NOT NULL); CREATE TABLE a.kid () INHERITS (a.par);
            ALTER TABLE a.kid ALTER x DROP NOT NULL;
            REVOKE USAGE ON TYPE a.par FROM PUBLIC;
            CREATE TABLE a.target (id int PRIMARY KEY);
            CREATE TABLE a.whole (t int) PARTITION BY LIST (t);
            CREATE TABLE a.part (t int CONSTRAINT older REFERENCES a.target);
            ALTER TABLE a.whole ATTACH PARTITION a.part FOR VALUES IN (1);
            ALTER TABLE a.whole ADD CONSTRAINT newer FOREIGN KEY (t) REFERENCES a.target;
            ALTER TABLE a.target DISABLE TRIGGER ALL;
            """);
    Catalog catalog = read(database);
    String text = text(catalog);
    for (String statement :
        List.of(
            "ALTER TABLE ONLY a.kid ALTER COLUMN x DROP NOT NULL",
            "REVOKE ALL ON TYPE a.par FROM PUBLIC",
            "ALTER TABLE a.part RENAME CONSTRAINT newer TO older")) {
      assertTrue(text.contains(statement), text);
    }
    assertEquals(
        List.of(
            "Foreign keys of or to a.target are disabled (ALTER TABLE … DISABLE TRIGGER ALL); that"
                + " is not carried."),
        catalog.notes());
    assertEquals(text, text(read(load(catalog))));
  }

  @Test
  void additionsToPostgresqlsOwnOperatorFamiliesAreNoted() {
    String database =
        database(
            """
            CREATE EXTENSION citext; CREATE SCHEMA a;
            CREATE FUNCTION a.less(int, text) RETURNS boolean LANGUAGE sql AS 'SELECT true';
            CREATE OPERATOR a.<< (FUNCTION = a.less, LEFTARG = int, RIGHTARG = text);
            ALTER OPERATOR FAMILY integer_ops USING btree ADD OPERATOR 1 a.<< (int, text);
            """);
    assertEquals(
        List.of(
            "What was added to the operator family integer_ops for access method btree, which is"
                + " PostgreSQL's own, is not carried."),
        read(database).notes());
  }

  @Test
  void additionsToAnExtensionsOperatorFamiliesAreNoted() {
    String database =
        database(
            """
            CREATE EXTENSION citext; CREATE EXTENSION btree_gist;
            CREATE FUNCTION compare(citext, text) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 0';
            ALTER OPERATOR FAMILY citext_ops USING btree ADD FUNCTION 1 compare(citext, text);
            """);
    assertEquals(
        List.of(
            "What was added to the operator family public.citext_ops for access method btree, which"
                + " is the extension citext's, is not carried."),
        read(database).notes());
  }

  @Test
  void aPublicationIsWithoutWhatIsNotAskedFor() {
    String database =
        database(
            """
            CREATE SCHEMA app; CREATE SCHEMA logs; CREATE TABLE app.t (); CREATE TABLE logs.t ();
            CREATE PUBLICATION p FOR TABLE app.t, logs.t, TABLES IN SCHEMA logs;
            """);
    CatalogOptions options = new CatalogOptions(List.of(), List.of("logs"), true, true);
    Catalog catalog = read(database, options, server.user);
    assertEquals(
        List.of(
            "The publication p is without the schema logs, which was not asked for.",
            "The publication p is without the table logs.t, which was not asked for."),
        catalog.notes());
    assertEquals(text(catalog), text(read(load(catalog))));
  }

  @Test
  void privilegesOnAMultirangeAreNoted() {
    // As GRANT does until 16.
    String database =
        database(
            "CREATE TYPE r AS RANGE (subtype = int); CREATE TYPE other AS RANGE (subtype = int)",
            "UPDATE pg_type SET typacl = '{pg_monitor=U/postgres}' WHERE typname = 'r_multirange'",
            "UPDATE pg_type SET typacl = acldefault('T', typowner)"
                + " WHERE typname = 'other_multirange'");
    assertEquals(
        List.of(
            "Privileges on the multirange type public.r_multirange are not carried: those on its"
                + " range type count from PostgreSQL 17 on."),
        read(database).notes());
    CatalogOptions without = new CatalogOptions(List.of(), List.of(), true, false);
    assertEquals(List.of(), read(database, without, server.user).notes());
  }

  @Test
  void theServersMarkOfARowTypesVersionIsNoOptionOfAColumn() {
    String database =
        database(
            "CREATE TABLE t (a int, b int)",
            "UPDATE pg_attribute SET attoptions = '{pg_attver=7,n_distinct=5}'"
                + " WHERE attrelid = 't'::regclass AND attname = 'a'",
            "UPDATE pg_attribute SET attoptions = '{pg_attver=8}'"
                + " WHERE attrelid = 't'::regclass AND attname = 'b'");
    String text = text(read(database));
    assertFalse(text.contains("pg_attver"), text);
    assertTrue(text.contains("ALTER COLUMN a SET (n_distinct='5')"), text);
    assertFalse(text.contains("ALTER COLUMN b SET"), text);
  }

  @Test
  void whatIsPutOnAnExtensionsTablesIsNamedAsLeftOut() {
    String database =
        database(
            "CREATE EXTENSION pg_stat_statements; CREATE RULE none AS ON INSERT"
                + " TO pg_stat_statements DO INSTEAD NOTHING");
    assertEquals(
        List.of(
            "The rule none on view public.pg_stat_statements is taken for the extension"
                + " pg_stat_statements's own and not carried."),
        read(database).notes());
  }

  @Test
  void anInvalidIndexIsNamedAsLeftOut() throws SQLException {
    String database = database("CREATE TABLE t AS SELECT 1 AS a FROM generate_series(1, 2)");
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      assertThrows(
          SQLException.class,
          () -> statement.execute("CREATE UNIQUE INDEX CONCURRENTLY broken ON t (a)"));
    }
    Catalog catalog = read(database);
    assertEquals(
        List.of("index public.broken"),
        catalog.omissions().stream().map(o -> Describe.of(o.identity())).toList());
    assertEquals(1, catalog.seen().get(ObjectKind.INDEX));
    assertEquals(0, catalog.written().getOrDefault(ObjectKind.INDEX, 0));
  }

  @Test
  void anInvalidIndexOfAPartitionIsNotAttached() throws SQLException {
    String database =
        database(
            """
            CREATE TABLE p (a int) PARTITION BY RANGE (a);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
            INSERT INTO p1 VALUES (1), (1);
            """);
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      assertThrows(
          SQLException.class,
          () -> statement.execute("CREATE UNIQUE INDEX CONCURRENTLY p1_a ON p1 (a)"));
    }
    execute(
        database,
        "CREATE UNIQUE INDEX p_a ON ONLY p (a); ALTER INDEX p_a ATTACH PARTITION public.p1_a");
    Catalog catalog = read(database);
    assertEquals(
        List.of("index public.p1_a"),
        catalog.omissions().stream().map(o -> Describe.of(o.identity())).toList());
    assertEquals(text(catalog), text(read(load(catalog))));
  }

  @Test
  void largeObjectsAreCountedAndNamedAsLeftOut() {
    Catalog catalog = read(database("SELECT lo_create(4711), lo_create(4712)"));
    assertEquals(
        List.of("large object (2)"),
        catalog.omissions().stream().map(o -> Describe.of(o.identity())).toList());
    assertEquals(2, catalog.seen().get(ObjectKind.LARGE_OBJECT));
  }

  @Test
  void secretsStayInTheDatabase() {
    String database =
        database(
            """
            CREATE FOREIGN DATA WRAPPER w;
            CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (host 'h', api_token 'hush1');
            CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (username 'u', password 'hush2');
            CREATE SUBSCRIPTION sub CONNECTION 'host=h password=hush3' PUBLICATION p
              WITH (connect = false, slot_name = NONE)
            """);
    Catalog catalog = read(database);
    server.execute(database, "DROP SUBSCRIPTION sub");
    assertFalse(text(catalog).contains("hush"), text(catalog));
    assertFalse(catalog.notes().toString().contains("hush"), catalog.notes().toString());
    assertEquals(3, catalog.notes().size(), catalog.notes().toString());
  }

  @Test
  void aRoleThatMayOnlyConnectReadsAllButSecrets() {
    String database =
        database(
            PLAIN_ROLE,
            """
            CREATE SCHEMA a; CREATE TABLE a.t (id serial PRIMARY KEY, b text DEFAULT 'x');
            CREATE VIEW a.v AS SELECT b FROM a.t; CREATE POLICY p ON a.t USING (id > 0);
            CREATE FUNCTION a.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
            CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w;
            CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (username 'u');
            """);
    Catalog full = read(database);
    Catalog plain = read(database, ALL, "catalog_plain");
    assertEquals(full.seen(), plain.seen());
    assertEquals(
        text(full).replace(" OPTIONS (username 'u')", ""), text(plain), "all but the options");
    assertTrue(
        plain.notes().stream().anyMatch(note -> note.contains("without a lock")),
        plain.notes().toString());
    assertTrue(
        plain.notes().stream().anyMatch(note -> note.contains("user mapping")),
        plain.notes().toString());
  }

  @Test
  void aFullLockTableIsExplained() {
    Failure failure =
        TableLocks.explained(
            assertThrows(
                SqlFailure.class,
                () -> {
                  try (Session session = session(database(), server.user)) {
                    session.execute(
                        "DO $$ BEGIN RAISE 'out of shared memory' USING ERRCODE = '53200'; END $$",
                        "locking tables");
                  }
                }),
            5);
    assertEquals("lock-table-full", failure.ident());
    assertTrue(failure.hint().contains("max_locks_per_transaction"), failure.hint());
  }

  @Test
  void whatOthersDoMeanwhileNeverTearsTheReading() throws Exception {
    String database = database("CREATE SCHEMA busy; CREATE TABLE busy.t0 (a int)");
    AtomicBoolean stop = new AtomicBoolean();
    CompletableFuture<Void> others = CompletableFuture.runAsync(() -> churn(database, stop));
    try (Session session = session(database, server.user)) {
      for (int i = 0; i < 9; i++) {
        Catalog catalog = new CatalogReader(session).read(ALL, ProgressListener.none());
        if (i % 4 == 0) {
          assertEquals(text(catalog), text(read(load(catalog))));
        }
      }
    } finally {
      stop.set(true);
      others.get();
    }
  }

  private void churn(String database, AtomicBoolean stop) {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      for (int i = 1; !stop.get(); i++) {
        statement.execute(
            "CREATE TABLE busy.t%1$d (a int DEFAULT %1$d CHECK (a > 0)); CREATE VIEW busy.v%1$d AS"
                    .formatted(i)
                + " SELECT a FROM busy.t%1$d; CREATE INDEX ON busy.t%1$d (a)".formatted(i));
        if (i > 3) {
          statement.execute("ALTER TABLE busy.t%d ADD COLUMN b text DEFAULT 'x'".formatted(i - 2));
          statement.execute("DROP TABLE busy.t%d CASCADE".formatted(i - 3));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
