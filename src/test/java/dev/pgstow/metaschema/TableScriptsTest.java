package dev.pgstow.metaschema;

import static dev.pgstow.metaschema.TestTables.DATABASE;
import static dev.pgstow.metaschema.TestTables.array;
import static dev.pgstow.metaschema.TestTables.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.metaschema.ColumnType.Kind;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableScriptsTest {
  private static final MetadataTable TABLE =
      TestTables.table(
          "metaschema_public",
          "table",
          column("id", Kind.UUID),
          column("current_role", Kind.TEXT),
          array("tags", Kind.TEXT));

  private final StringBuilder deploy = new StringBuilder();
  private final StringBuilder verify = new StringBuilder();

  private void write(MetadataTable table, List<@Nullable String[]> rows) throws IOException {
    TableScripts scripts = new TableScripts(table, DATABASE, ValueRenamer.none(), deploy, verify);
    scripts.begin();
    for (@Nullable String[] row : rows) {
      scripts.row(row);
    }
    scripts.end();
  }

  private static @Nullable String[] row(@Nullable String... values) {
    return values;
  }

  @Test
  void aDeployHasOneColumnAndOneRowALine() throws IOException {
    write(TABLE, List.of(row("1", "a", null), row("2", "b\nc", "{x}"), row("3", "d", "{}")));
    assertEquals(
        """
        SET session_replication_role TO replica;
        -- using replica in case we are deploying triggers to metaschema_public

        -- unaccent, postgis affected and require grants
        GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public to public;

        DO $LQLMIGRATION$
          DECLARE
          BEGIN

            EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), 'app_user');
            EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), 'app_admin');

          END;
        $LQLMIGRATION$;

        INSERT INTO metaschema_public.table (
          id,
          "current_role",
          tags
        ) VALUES
          ('1', 'a', NULL),
        ('2', 'b
        c', '{x}'),
          ('3', 'd', '{}');


        SET session_replication_role TO DEFAULT;
        """,
        deploy.toString());
  }

  @Test
  void aVerifyFindsRowsByKeyAndOwner() throws IOException {
    write(TABLE, List.of(row("1", "a", null), row("2", "b", null)));
    assertEquals(
        """
        DO $verify$
          DECLARE
            present bigint;
          BEGIN
            SELECT count(*) INTO present FROM metaschema_public.table AS t WHERE t."database_id" = '%s'
              AND t.id IN (
              '1',
              '2'
            );
            IF present < 2 THEN
              RAISE EXCEPTION '%%: %% of %% exported rows are missing', 'metaschema_public.table', 2 - present, 2;
            END IF;
          END;
        $verify$;
        """
            .formatted(DATABASE),
        verify.toString());
  }

  @Test
  void aVerifyWithoutKeyCountsTheDatabasesRows() throws IOException {
    MetadataTable table = TestTables.keyless("services_public", "log", column("a", Kind.TEXT));
    write(table, List.of(row("1"), row("1")));
    assertTrue(
        verify
            .toString()
            .contains(
                "FROM services_public.log AS t WHERE t.\"database_id\" = '" + DATABASE + "';"));
    assertTrue(verify.toString().contains("IF present < 2 THEN"));
  }

  @Test
  void aKeyThatLooksLikeTheDollarQuoteDoesNotEndIt() throws IOException {
    MetadataTable table = TestTables.table("services_public", "t", column("id", Kind.TEXT));
    write(table, List.<@Nullable String[]>of(row("$verify$; DROP TABLE x; --$verify1$")));
    assertTrue(verify.toString().startsWith("DO $verify2$\n"), verify.toString());
    assertTrue(verify.toString().endsWith("\n$verify2$;\n"), verify.toString());
  }

  @Test
  void insertsHoldAThousandRowsAtMost() throws IOException {
    MetadataTable table = TestTables.table("services_public", "t", column("id", Kind.INTEGER));
    TableScripts scripts = new TableScripts(table, DATABASE, ValueRenamer.none(), deploy, verify);
    scripts.begin();
    for (int i = 0; i < 2001; i++) {
      scripts.row(row(Integer.toString(i)));
    }
    scripts.end();
    assertEquals(4, deploy.toString().split("INSERT INTO", -1).length);
    assertTrue(deploy.toString().contains("  (999);\n\nINSERT INTO services_public.t (\n"));
    assertEquals(4, verify.toString().split("DO [$]verify[$]", -1).length);
  }

  @Test
  void aSettingIsPinnedBeforeTheFirstRowThatNeedsItAndResetAtTheEnd() throws IOException {
    write(TABLE, List.of(row("1", "a", "{b}"), row("2", "a", "{NULL,\"NULL\"}")));
    String sql = deploy.toString();
    assertTrue(
        sql.contains(
            """
              ('1', 'a', '{b}');

            SET array_nulls TO on;

            INSERT INTO metaschema_public.table (
            """),
        sql);
    assertTrue(
        sql.endsWith("\n\nSET array_nulls TO DEFAULT;\nSET session_replication_role TO DEFAULT;\n"),
        sql);
  }

  @Test
  void settingsAreLeftAloneWhereNoValueNeedsThem() throws IOException {
    write(TABLE, List.of(row("1", "$5 <b> null", "{\"NULL\",\"a NULL\"}"), row("2", null, null)));
    assertFalse(deploy.toString().contains("array_nulls"));
    assertFalse(deploy.toString().contains("lc_monetary"));
    assertFalse(deploy.toString().contains("xmloption"));
  }

  @Test
  void alwaysGeneratedIdentitiesAreOverridden() throws IOException {
    MetadataTable table =
        TestTables.table(
            "services_public",
            "t",
            new MetadataColumn("id", new ColumnType("bigint", Kind.INTEGER, false), true));
    write(table, List.<@Nullable String[]>of(row("7")));
    assertTrue(deploy.toString().contains("\n) OVERRIDING SYSTEM VALUE VALUES\n  (7);"));
  }

  @Test
  void aRevertDeletesTheRowsOfTheDatabase() {
    assertEquals(
        """
        SET session_replication_role TO replica;

        DELETE FROM "metaschema_public"."table" WHERE "database_id" = '%s';

        SET session_replication_role TO DEFAULT;
        """
            .formatted(DATABASE),
        new TableScripts(TABLE, DATABASE, ValueRenamer.none(), deploy, verify).revert());
  }

  @Test
  void aRevertOfBindingsDeletesByTheirDomain() {
    MetadataTable table = TestTables.child("hostname_bindings", "domains");
    String revert = new TableScripts(table, DATABASE, ValueRenamer.none(), deploy, verify).revert();
    assertTrue(
        revert.contains(
            "WHERE \"domain_id\" IN (SELECT \"id\" FROM \"routing_public\".\"domains\""
                + " WHERE \"database_id\" = '"
                + DATABASE
                + "');"),
        revert);
  }

  @Test
  void hostileNamesAreQuoted() throws IOException {
    MetadataTable table = TestTables.table("bad\"; DROP", "x.y'", column("id\");--", Kind.TEXT));
    write(table, List.<@Nullable String[]>of(row("'")));
    assertTrue(
        deploy
            .toString()
            .contains("INSERT INTO \"bad\"\"; DROP\".\"x.y'\" (\n  \"id\"\");--\"\n) VALUES"),
        deploy.toString());
    assertTrue(verify.toString().contains("'bad\"; DROP.x.y'''"), verify.toString());
  }

  @Test
  void rowsWithACompositeKeyAreCounted() throws IOException {
    MetadataTable table =
        TestTables.table("s", "t", TestTables.column("id", ColumnType.Kind.OTHER));
    write(table, List.<@Nullable String[]>of(new String[] {"(1,x)"}));
    assertTrue(verify.toString().contains("t.\"database_id\" = '"), verify.toString());
  }
}
