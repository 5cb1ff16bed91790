package dev.pgstow.source;

import static dev.pgstow.source.SourceFixture.SHOP;
import static dev.pgstow.source.SourceFixture.rows;
import static dev.pgstow.source.SourceFixture.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.MetadataColumn;
import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.TestSessions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SqlSourceTest {
  private static ExportSnapshot shop(SqlSource source) {
    return source.snapshot(SHOP, SnapshotOptions.defaults());
  }

  @Test
  void databasesAndSchemasAreListedWithTheirCounts() {
    try (SourceFixture fixture = new SourceFixture();
        SqlSource source = fixture.open()) {
      assertEquals(
          List.of(
              new DatabaseEntry(SourceFixture.ZOO, "Zoo", 1, OptionalLong.of(1)),
              new DatabaseEntry(SHOP, "shop", 2, OptionalLong.of(2))),
          source.databases());
      assertEquals(
          List.of(
              new SchemaEntry(
                  UUID.fromString("10000000-0000-4000-8000-000000000001"), "app", "shop-1-app", 2),
              new SchemaEntry(
                  UUID.fromString("10000000-0000-4000-8000-000000000002"),
                  "auth",
                  "shop-1-auth",
                  0)),
          source.schemas(SHOP));
      assertTrue(source.description().server().startsWith("PostgreSQL "));
      assertTrue(source.description().location().endsWith("/" + fixture.database));
    }
  }

  @Test
  void tablesAreFoundInTheCatalog() {
    try (SourceFixture fixture = new SourceFixture();
        SqlSource source = fixture.open();
        ExportSnapshot snapshot = shop(source)) {
      assertEquals(
          List.of(
              "database 1",
              "schema 2",
              "table 2",
              "domains 1",
              "apis 0",
              "services_public.apis 1",
              "a_note 1",
              "a_footnote 1",
              "database_extension 0",
              "partition 2",
              "heir 1",
              "mail_module 1",
              "hostname_bindings 1",
              "heap 3",
              "keyed 3"),
          snapshot.tables().stream().map(t -> t.changeName() + " " + t.rows()).toList());
      assertFalse(table(snapshot, "services_public.heap").documented());
      assertTrue(table(snapshot, "routing_public.domains").documented());
    }
  }

  @Test
  void rowsBelongDirectlyOrThroughOneKeyOrADomain() {
    try (SourceFixture fixture = new SourceFixture();
        SqlSource source = fixture.open();
        ExportSnapshot snapshot = shop(source)) {
      for (String child : List.of("metaschema_public.a_note", "metaschema_public.a_footnote")) {
        List<List<String>> rows = rows(snapshot, table(snapshot, child));
        assertEquals(1, rows.size(), child);
        assertEquals("mine", rows.get(0).get(rows.get(0).size() - 1), child);
      }
      MetadataTable bindings = table(snapshot, "routing_public.hostname_bindings");
      assertEquals(
          List.of("shop.test"), rows(snapshot, bindings).stream().map(r -> r.get(3)).toList());
    }
  }

  @Test
  void generatedColumnsStampsAndDbnameAreLeftOut() {
    try (SourceFixture fixture = new SourceFixture();
        SqlSource source = fixture.open()) {
      try (ExportSnapshot snapshot = shop(source)) {
        MetadataTable partition = table(snapshot, "metaschema_public.partition");
        assertEquals(
            List.of("id", "database_id", "name", "category"),
            partition.columns().stream().map(MetadataColumn::name).toList());
        assertTrue(partition.columns().get(0).alwaysIdentity());
        assertEquals(List.of("database_id", "id"), partition.key());
        MetadataTable mail = table(snapshot, "metaschema_modules_public.mail_module");
        assertEquals(
            List.of(
                "id",
                "database_id",
                "smtp_password",
                "api_key",
                "tokens_table_id",
                "handler",
                "created_at"),
            mail.columns().stream().map(MetadataColumn::name).toList());
        assertEquals(List.of("handler"), mail.oidColumns());
        assertEquals(List.of("smtp_password"), snapshot.secretColumns(mail));
      }
      try (ExportSnapshot snapshot = source.snapshot(SHOP, new SnapshotOptions(List.of(), true))) {
        assertEquals(
            List.of("id", "database_id", "name", "category", "created_at", "updated_at"),
            table(snapshot, "metaschema_public.partition").columns().stream()
                .map(MetadataColumn::name)
                .toList());
      }
    }
  }

  @Test
  void rowsComeInAnOrderThatDependsOnNoLocale() {
    try (SourceFixture fixture = new SourceFixture();
        SqlSource source = fixture.open();
        ExportSnapshot snapshot = shop(source)) {
      assertEquals(
          List.of("one", "two"),
          rows(snapshot, table(snapshot, "metaschema_public.table")).stream()
              .map(row -> row.get(3))
              .toList());
      assertEquals(
          List.of("B2", "a", "b"),
          rows(snapshot, table(snapshot, "services_public.keyed")).stream()
              .map(row -> row.get(1))
              .toList());
      List<List<String>> heap = rows(snapshot, table(snapshot, "services_public.heap"));
      assertEquals(List.of("z", "Ä", ""), heap.stream().map(row -> row.get(3)).toList());
    }
  }

  @Test
  void actionsComeInOrderWithWhatTheServerHas() throws IOException {
    try (SourceFixture fixture = new SourceFixture();
        SqlSource source = fixture.open();
        ExportSnapshot snapshot = shop(source)) {
      List<SqlAction> actions = new ArrayList<>();
      snapshot.readActions(actions::add);
      assertEquals(OptionalLong.of(2), snapshot.actions());
      assertEquals(List.of("9", "10"), actions.stream().map(SqlAction::id).toList());
      assertEquals(List.of(), actions.get(0).deps());
      assertEquals(List.of("schemas/shop-1-app/schema"), actions.get(1).deps());
      assertEquals("core", actions.get(0).category());
    }
  }

  @Test
  void dependenciesMayBeJsonAndColumnsMissing() throws IOException {
    try (SourceFixture fixture =
            new SourceFixture()
                .with(
                    "ALTER TABLE db_migrate.sql_actions DROP verify, DROP category,"
                        + " ALTER deps TYPE jsonb USING to_jsonb(deps), ALTER id TYPE bigint;"
                        + "UPDATE db_migrate.sql_actions SET deps = '[\"a b\", \"c\\\"d\", null]'"
                        + " WHERE id = 10;"
                        + "UPDATE db_migrate.sql_actions SET deps = '\"x\"' WHERE id = 9");
        SqlSource source = fixture.open();
        ExportSnapshot snapshot = shop(source)) {
      List<SqlAction> actions = new ArrayList<>();
      snapshot.readActions(actions::add);
      assertEquals(List.of(), actions.get(0).deps());
      assertEquals("[a b, c\"d, null]", actions.get(1).deps().toString());
      assertEquals(null, actions.get(1).category());
    }
  }

  @Test
  void aServerWithoutActionsHasNone() throws IOException {
    try (SourceFixture fixture = new SourceFixture().with("DROP SCHEMA db_migrate CASCADE");
        SqlSource source = fixture.open()) {
      assertEquals(OptionalLong.empty(), source.databases().get(0).actions());
      try (ExportSnapshot snapshot = shop(source)) {
        assertEquals(OptionalLong.empty(), snapshot.actions());
        snapshot.readActions(
            action -> {
              throw new AssertionError("an action");
            });
      }
    }
  }

  @Test
  void actionsOfAnUnknownFormAreAnError() {
    try (SourceFixture fixture =
            new SourceFixture().with("ALTER TABLE db_migrate.sql_actions DROP deploy");
        SqlSource source = fixture.open()) {
      Failure failure = assertThrows(Failure.class, () -> shop(source));
      assertEquals("sql-actions-unknown", failure.ident());
      assertTrue(failure.getMessage().contains("deploy"));
    }
  }

  @Test
  void anotherDatabaseIsNotConstructive() {
    String empty = TestServer.shared().createDatabase();
    try (SqlSource source = new SqlSource(TestSessions.open(empty))) {
      assertEquals("not-constructive", assertThrows(Failure.class, source::databases).ident());
      assertEquals("not-constructive", assertThrows(Failure.class, () -> shop(source)).ident());
    } finally {
      TestServer.shared().dropDatabase(empty);
    }
  }

  @Test
  void anUnknownDatabaseIsNamedWithItsNeighbours() {
    try (SourceFixture fixture = new SourceFixture();
        SqlSource source = fixture.open()) {
      UUID typo = UUID.fromString("00000000-0000-4000-8000-000000000011");
      Failure failure =
          assertThrows(Failure.class, () -> source.snapshot(typo, SnapshotOptions.defaults()));
      assertEquals("database-id-not-found", failure.ident());
      assertTrue(failure.hint().contains("shop (" + SHOP + ")"), failure.hint());
      List<DatabaseEntry> databases = source.databases();
      assertEquals(SHOP, DatabaseLookup.find(databases, "shop").id());
      assertEquals(SHOP, DatabaseLookup.find(databases, SHOP.toString().toUpperCase()).id());
      Failure name = assertThrows(Failure.class, () -> DatabaseLookup.find(databases, "shoop"));
      assertEquals("database-id-not-found", name.ident());
      assertTrue(name.hint().startsWith("Did you mean shop ("), name.hint());
    }
  }

  @Test
  void tablesThatMayNotBeReadAreAllNamed() {
    String role = "reader_" + ProcessHandle.current().pid();
    try (SourceFixture fixture =
        new SourceFixture()
            .with(
                "CREATE ROLE "
                    + role
                    + " LOGIN PASSWORD 'pw';"
                    + "GRANT USAGE ON SCHEMA metaschema_public, routing_public, services_public,"
                    + " catalog_private TO "
                    + role
                    + ";GRANT SELECT ON ALL TABLES IN SCHEMA metaschema_public, routing_public,"
                    + " services_public TO "
                    + role
                    + ";REVOKE SELECT ON routing_public.apis FROM "
                    + role)) {
      try (SqlSource source = new SqlSource(TestSessions.open(fixture.database, role, "pw"))) {
        assertEquals(OptionalLong.empty(), source.databases().get(0).actions());
        Failure failure = assertThrows(Failure.class, () -> shop(source));
        assertEquals("tables-unreadable", failure.ident());
        assertEquals(ExitCode.FAILED, failure.exitCode());
        assertEquals(
            "The role "
                + role
                + " may not read: metaschema_modules_public.heir,"
                + " metaschema_modules_public.mail_module, routing_public.apis,"
                + " db_migrate.sql_actions.",
            failure.getMessage());
        fixture.with(
            "GRANT USAGE ON SCHEMA metaschema_modules_public, db_migrate TO "
                + role
                + ";GRANT SELECT ON ALL TABLES IN SCHEMA metaschema_modules_public, db_migrate,"
                + " routing_public TO "
                + role
                + ";ALTER TABLE services_public.heap ENABLE ROW LEVEL SECURITY");
        Failure hidden = assertThrows(Failure.class, () -> shop(source));
        assertEquals("row-security", hidden.ident());
        assertTrue(hidden.getMessage().contains(role + " in: services_public.heap."));
      } finally {
        fixture.with("DROP OWNED BY " + role + "; DROP ROLE " + role);
      }
    }
  }

  @Test
  void aSnapshotSeesOneMoment() {
    try (SourceFixture fixture = new SourceFixture();
        SqlSource source = fixture.open();
        ExportSnapshot snapshot = shop(source)) {
      MetadataTable table = table(snapshot, "metaschema_public.table");
      List<List<String>> before = rows(snapshot, table);
      fixture.with("UPDATE metaschema_public.\"table\" SET name = 'changed'");
      assertEquals(before, rows(snapshot, table));
    }
  }

  @Test
  void aStatementTimeoutIsAClearFailure() {
    try (SourceFixture fixture =
            new SourceFixture()
                .with(
                    "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET statement_timeout ="
                        + " 300', current_database()); END $$;"
                        + "INSERT INTO db_migrate.sql_actions (id, database_id, deploy, content)"
                        + " SELECT i + 100, '00000000-0000-4000-8000-000000000001', 'd' || i, repeat(md5(i::text), 50)"
                        + " FROM generate_series(1, 50000) i");
        SqlSource source = fixture.open();
        ExportSnapshot snapshot = shop(source)) {
      Failure failure = assertThrows(Failure.class, () -> snapshot.readActions(action -> sleep(1)));
      assertEquals("statement-timeout", failure.ident());
      assertTrue(failure.getMessage().contains("db_migrate.sql_actions"), failure.getMessage());
    }
  }

  @Test
  void aCancelBetweenTwoStatementsIsNotLost() {
    try (SourceFixture fixture = new SourceFixture();
        SqlSource source = fixture.open()) {
      try (ExportSnapshot snapshot = shop(source)) {
        MetadataTable table = snapshot.tables().get(0);
        source.cancel();
        assertEquals(
            "interrupted",
            assertThrows(Failure.class, () -> snapshot.readRows(table, values -> {})).ident());
        assertEquals(
            "interrupted",
            assertThrows(Failure.class, () -> snapshot.readActions(action -> {})).ident());
      }
      assertEquals(2, source.databases().size());
    }
  }

  @Test
  void cancellingStopsTheReading() throws Exception {
    try (SourceFixture fixture =
            new SourceFixture()
                .with(
                    "INSERT INTO db_migrate.sql_actions (id, database_id, deploy, content)"
                        + " SELECT i + 100, '00000000-0000-4000-8000-000000000001', 'd' || i,"
                        + " repeat(md5(i::text), 100) FROM generate_series(1, 20000) i");
        SqlSource source = fixture.open();
        ExportSnapshot snapshot = shop(source)) {
      CountDownLatch reading = new CountDownLatch(1);
      CompletableFuture<Failure> failed =
          CompletableFuture.supplyAsync(
              () ->
                  assertThrows(
                      Failure.class,
                      () ->
                          snapshot.readActions(
                              action -> {
                                reading.countDown();
                                sleep(1);
                              })));
      assertTrue(reading.await(10, TimeUnit.SECONDS));
      source.cancel();
      assertEquals("interrupted", failed.get(20, TimeUnit.SECONDS).ident());
    }
  }

  @Test
  void aLostConnectionIsAClearFailure() {
    try (SourceFixture fixture = new SourceFixture();
        SqlSource source = fixture.open();
        ExportSnapshot snapshot = shop(source)) {
      snapshot.tables();
      TestServer.shared()
          .execute(
              "postgres",
              "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                  + fixture.database
                  + "'");
      Failure failure = assertThrows(Failure.class, () -> snapshot.readActions(action -> sleep(1)));
      assertEquals("connection-lost", failure.ident());
    }
  }

  private static void sleep(long milliseconds) {
    try {
      TimeUnit.MILLISECONDS.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
