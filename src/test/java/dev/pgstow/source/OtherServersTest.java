package dev.pgstow.source;

import static dev.pgstow.source.SourceFixture.SHOP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import org.junit.jupiter.api.Test;

/** Servers whose ids have other types than today's. */
class OtherServersTest {
  @Test
  void actionsMayHoldTheDatabaseIdAsText() {
    try (SourceFixture fixture =
            new SourceFixture()
                .with("ALTER TABLE db_migrate.sql_actions ALTER database_id TYPE text");
        SourceFixture usual = new SourceFixture();
        SqlSource before = usual.open();
        SqlSource source = fixture.open()) {
      assertEquals(before.databases(), source.databases());
      try (ExportSnapshot snapshot = source.snapshot(SHOP, SnapshotOptions.defaults())) {
        assertTrue(snapshot.actions().orElse(0) > 0);
      }
    }
  }

  @Test
  void anIdThatIsNoUuidIsNamed() {
    try (SourceFixture fixture =
            new SourceFixture()
                .with(
                    "ALTER TABLE metaschema_public.schema DROP CONSTRAINT schema_database_id_fkey;"
                        + "ALTER TABLE metaschema_public.database ALTER id TYPE text;"
                        + "INSERT INTO metaschema_public.database (id) VALUES ('number one')");
        SqlSource source = fixture.open()) {
      Failure failure = assertThrows(Failure.class, source::databases);
      assertEquals("id-not-uuid", failure.ident());
      assertTrue(failure.getMessage().contains("number one"), failure.getMessage());
    }
  }
}
