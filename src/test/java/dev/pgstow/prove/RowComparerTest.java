package dev.pgstow.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.export.ExportRequest;
import dev.pgstow.export.ExportRequestBuilder;
import dev.pgstow.export.ExportedRows;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Session;
import dev.pgstow.postgres.Snapshot;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.source.ExportSnapshot;
import dev.pgstow.source.SqlSource;
import dev.pgstow.testing.Sample;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.TestSessions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two copies of the sample, of which the second stands for what was deployed. */
class RowComparerTest {
  private static final UUID PETS = UUID.fromString("be750000-0000-4000-8000-000000000002");
  private static final String OWNER = "'" + PETS + "'";
  private static final String ODD =
      """
      CREATE TYPE public.pair AS (name text, number int);
      CREATE TABLE services_public.odd (
        id text PRIMARY KEY, database_id uuid, jb jsonb, fixed char(40), two public.pair,
        names text[], js jsonb[], api_token text, money money, at timestamptz);
      CREATE TABLE services_public.heap (database_id uuid, jb jsonb, two public.pair, n numeric);
      """;

  private final String source = Sample.createDatabase();
  private final String deployed = Sample.createDatabase();

  @AfterEach
  void drop() {
    TestServer.shared().dropDatabase(source);
    TestServer.shared().dropDatabase(deployed);
  }

  private void inSource(String sql) {
    TestServer.shared().execute(source, sql);
  }

  private void inDeployed(String sql) {
    TestServer.shared().execute(deployed, "SET session_replication_role = replica;" + sql);
  }

  private void inBoth(String sql) {
    inSource(sql);
    inDeployed(sql);
  }

  /** As they are: the second copy has the internal names too. */
  private RowComparison compare(long memory) throws IOException {
    return compare(ExportRequest.builder(PETS).skipSchemaRenaming(true), memory);
  }

  private RowComparison compare(ExportRequestBuilder builder, long memory) throws IOException {
    ExportRequest request = builder.author("a").extensionName("pets").build();
    try (SqlSource from = new SqlSource(TestSessions.open(source));
        ExportSnapshot moment = from.snapshot(PETS, request.snapshotOptions());
        Session session = TestSessions.open(deployed);
        Snapshot scratch = Snapshot.open(session)) {
      return new RowComparer(
              ExportedRows.of(request, moment),
              scratch.session(),
              PETS,
              Optional.empty(),
              () -> false,
              memory)
          .run(ProgressListener.none());
    }
  }

  private RowComparison compare() throws IOException {
    return compare(SortedRows.MEMORY);
  }

  private static RowDifference only(RowComparison rows) {
    assertEquals(1, rows.differing(), rows.toString());
    return rows.differences().get(0);
  }

  @Test
  void copiesAreTheSameWhateverFitsIntoMemory() throws IOException {
    RowComparison rows = compare();
    assertEquals(0, rows.differing(), rows.toString());
    assertTrue(rows.rows() > 40, rows.toString());
    assertEquals(rows, compare(1_000));
  }

  @Test
  void everyDifferingRowIsToldWithItsKeyAndValues() throws IOException {
    inDeployed(
        "DELETE FROM metaschema_public.schema WHERE database_id = "
            + OWNER
            + " AND id = (SELECT min(id::text)::uuid FROM metaschema_public.schema"
            + " WHERE database_id = "
            + OWNER
            + ")");
    RowDifference missing = only(compare());
    assertEquals(RowDifference.Kind.MISSING, missing.kind());
    assertEquals("metaschema_public.schema", missing.table());
    assertTrue(missing.key().matches("id=[0-9a-f-]{36}"), missing.key());
    inSource("UPDATE metaschema_public.database SET label = NULL WHERE id = " + OWNER);
    inDeployed("UPDATE metaschema_public.database SET label = E'x\\u001b' WHERE id = " + OWNER);
    RowComparison both = compare(1_000);
    assertEquals(2, both.differing());
    RowDifference changed = both.differences().get(0);
    assertEquals(RowDifference.Kind.CHANGED, changed.kind());
    assertEquals("id=" + PETS, changed.key());
    assertEquals(
        List.of(new ValueDifference("label", Optional.empty(), Optional.of("x\u001b"))),
        changed.values());
  }

  @Test
  void rowsThatShouldNotBeThereAreTold() throws IOException {
    inDeployed(
        "INSERT INTO metaschema_public.schema (id, database_id, name, schema_name)"
            + " VALUES (gen_random_uuid(), "
            + OWNER
            + ", 'extra one', 'extra one')");
    assertEquals(RowDifference.Kind.EXTRA, only(compare()).kind());
  }

  @Test
  void valuesAreComparedAsTheirTypesOnceNamesAreRenamed() throws IOException {
    inBoth(ODD);
    inSource(
        "INSERT INTO metaschema_public.schema (id, database_id, name, schema_name) VALUES"
            + " ('00000000-0000-4000-8000-00000000000a', "
            + OWNER
            + ", 'my zoo', 'in the zoo-1');"
            + "INSERT INTO services_public.odd VALUES ('in the zoo-1', "
            + OWNER
            + ", '{\"in the zoo-1\": 1.0, \"longer than that is\": [null, false]}',"
            + " 'in the zoo-1', ROW('in the zoo-1', 1), '{in the zoo-1,NULL,\"\"}',"
            + " ARRAY['{\"b\": \"in the zoo-1\"}'::jsonb], 'hush', 1234.5, 'infinity');"
            + "INSERT INTO services_public.heap VALUES ("
            + OWNER
            + ", '{\"in the zoo-1\": 1, \"thirteen-or-so\": 2}', ROW('in the zoo-1', 2), 'NaN'), ("
            + OWNER
            + ", NULL, NULL, NULL)");
    inDeployed(renamed());
    RowComparison rows = compareOdd();
    assertEquals(0, rows.differing(), rows.toString());
    inDeployed("UPDATE services_public.odd SET jb = jb || '{\"longer than that is\": [null]}'");
    RowDifference json = only(compareOdd());
    assertEquals("jb", json.values().get(0).column());
    inDeployed(
        "UPDATE services_public.odd SET jb = jb || '{\"longer than that is\": [null, false]}',"
            + " api_token = 'loud'");
    ValueDifference secret = only(compareOdd()).values().get(0);
    assertEquals(Optional.of("(not shown)"), secret.scratch());
    assertFalse(compareOdd().toString().contains("loud"));
    inDeployed("UPDATE services_public.odd SET api_token = 'hush'");
    inDeployed("DELETE FROM services_public.heap WHERE jb IS NULL");
    assertEquals(RowDifference.Kind.MISSING, only(compareOdd()).kind());
    inDeployed(
        "INSERT INTO services_public.heap SELECT "
            + OWNER
            + ", NULL, NULL, NULL FROM generate_series(1, 2)");
    assertEquals(RowDifference.Kind.EXTRA, only(compareOdd()).kind());
  }

  /** What is compared here is the tables of this test: the others keep their internal names. */
  private RowComparison compareOdd() throws IOException {
    return compare(
        ExportRequest.builder(PETS).schemas(List.of("in the zoo-1")).keepUnselected(true),
        SortedRows.MEMORY);
  }

  private static String renamed() {
    String name = "pets_my_zoo";
    return "INSERT INTO metaschema_public.schema (id, database_id, name, schema_name) VALUES"
        + " ('00000000-0000-4000-8000-00000000000a', "
        + OWNER
        + ", 'my zoo', 'NAME');".replace("NAME", name)
        + ("INSERT INTO services_public.odd VALUES ('NAME', "
                + OWNER
                + ", '{\"NAME\": 1.0, \"longer than that is\": [null, false]}',"
                + " 'NAME', ROW('NAME', 1), '{NAME,NULL,\"\"}',"
                + " ARRAY['{\"b\": \"NAME\"}'::jsonb], 'hush', 1234.5, 'infinity');"
                + "INSERT INTO services_public.heap VALUES ("
                + OWNER
                + ", '{\"NAME\": 1, \"thirteen-or-so\": 2}', ROW('NAME', 2), 'NaN'), ("
                + OWNER
                + ", NULL, NULL, NULL)")
            .replace("NAME", name);
  }

  @Test
  void rowsThatAnActionMakesWithoutAKeyAreComparedByWhatItStates() throws IOException {
    String made =
        "INSERT INTO metaschema_public.made (database_id, name) VALUES (" + OWNER + ", 'one');";
    inBoth(
        "CREATE TABLE metaschema_public.made (id uuid PRIMARY KEY DEFAULT gen_random_uuid(),"
            + " database_id uuid, name text);"
            + made);
    assertEquals(2, compare().differing());
    inSource(
        "INSERT INTO db_migrate.sql_actions (database_id, name, deploy, content, category)"
            + " VALUES ("
            + OWNER
            + ", 'made', 'made', $$"
            + made
            + "$$, 'meta_registration')");
    assertEquals(0, compare().differing());
    inDeployed(made);
    assertEquals(RowDifference.Kind.EXTRA, only(compare()).kind());
    inDeployed("DELETE FROM metaschema_public.made");
    RowDifference missing = only(compare());
    assertEquals(RowDifference.Kind.MISSING, missing.kind());
    assertEquals("database_id=" + PETS + " name=one", missing.key());
  }

  @Test
  void longValuesAreCutToWhereTheyDiffer() throws IOException {
    String same = "a".repeat(5_000);
    inSource(
        "UPDATE metaschema_public.database SET label = '" + same + "b'" + " WHERE id = " + OWNER);
    inDeployed("UPDATE metaschema_public.database SET label = '" + same + "c' WHERE id = " + OWNER);
    ValueDifference value = only(compare()).values().get(0);
    assertEquals("…" + "a".repeat(30) + "b", value.source().orElseThrow());
    assertEquals("…" + "a".repeat(30) + "c", value.scratch().orElseThrow());
  }

  @Test
  void cancellingStopsIt() throws IOException {
    ExportRequest request = ExportRequest.builder(PETS).author("a").extensionName("pets").build();
    try (SqlSource from = new SqlSource(TestSessions.open(source));
        ExportSnapshot moment = from.snapshot(PETS, request.snapshotOptions());
        Session session = TestSessions.open(deployed);
        Snapshot scratch = Snapshot.open(session)) {
      RowComparer comparer =
          new RowComparer(
              ExportedRows.of(request, moment),
              scratch.session(),
              PETS,
              Optional.empty(),
              () -> true,
              1_000);
      Failure failure = assertThrows(Failure.class, () -> comparer.run(ProgressListener.none()));
      assertEquals("interrupted", failure.ident());
    }
  }
}
