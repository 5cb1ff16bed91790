package dev.pgstow.source;

import static dev.pgstow.source.SourceFixture.SHOP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.metaschema.TableScripts;
import dev.pgstow.metaschema.ValueRenamer;
import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 50,000 field rows and 20,000 actions stream in well under a second each, once warm. */
@Tag("bench")
class SourceSpeedTest {
  private static final double SECOND = 1e9;

  @Test
  void rowsAndActionsStream() throws IOException {
    try (SourceFixture fixture =
            new SourceFixture()
                .with(
                    """
                    CREATE TABLE metaschema_public.field (
                      id uuid PRIMARY KEY DEFAULT gen_random_uuid(), database_id uuid, table_id uuid,
                      name text, label text, description text, smart_tags jsonb,
                      is_required boolean, default_value text, type citext, field_order int,
                      chk jsonb, min float8, max float8, tags citext[]);
                    INSERT INTO metaschema_public.field
                    SELECT gen_random_uuid(), '00000000-0000-4000-8000-000000000001',
                           gen_random_uuid(), 'field_' || i, 'Field ' || i, 'it''s ' || md5(i::text),
                           jsonb_build_object('a', i, 'b', 'text'), true, NULL, 'text', i, NULL,
                           i / 7.0, NULL, '{a,"b c"}'
                      FROM generate_series(1, 50000) i;
                    INSERT INTO db_migrate.sql_actions (id, database_id, deploy, deps, content)
                    SELECT i + 100, '00000000-0000-4000-8000-000000000001', 'schemas/s/tables/t' || i,
                           ARRAY['schemas/s/schema', 'schemas/s/tables/t' || (i - 1)],
                           repeat('ALTER TABLE "shop-1-app".t ADD c' || i || ' text;' || chr(10), 16)
                      FROM generate_series(1, 20000) i;
                    """);
        SqlSource source = fixture.open();
        ExportSnapshot snapshot = source.snapshot(SHOP, SnapshotOptions.defaults())) {
      MetadataTable table = SourceFixture.table(snapshot, "metaschema_public.field");
      long rows = 0;
      long actions = 0;
      long scan = 0;
      for (int round = 0; round < 4; round++) {
        rows = time(() -> write(snapshot, table));
        AtomicLong count = new AtomicLong();
        actions = time(() -> snapshot.readActions(action -> count.incrementAndGet()));
        assertEquals(20_002, count.get());
        RequirementScan requirements = snapshot.requirementScan();
        scan =
            time(
                () ->
                    snapshot.readActions(
                        action -> requirements.script(String.valueOf(action.content()))));
      }
      String times =
          "rows " + rows / SECOND + ", actions " + actions / SECOND + ", scan " + scan / SECOND;
      assertTrue(rows < SECOND && actions < SECOND && scan < 2 * SECOND, times);
      System.getLogger(SourceSpeedTest.class.getName()).log(System.Logger.Level.INFO, times);
    }
  }

  private static void write(ExportSnapshot snapshot, MetadataTable table) throws IOException {
    TableScripts scripts =
        new TableScripts(
            table, SHOP, ValueRenamer.none(), Writer.nullWriter(), Writer.nullWriter());
    scripts.begin();
    snapshot.readRows(table, scripts::row);
    scripts.end();
  }

  private interface Work {
    void run() throws IOException;
  }

  private static long time(Work work) throws IOException {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }
}
