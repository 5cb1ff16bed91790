package dev.pgstow.metaschema;

import static dev.pgstow.metaschema.TestTables.DATABASE;
import static dev.pgstow.metaschema.TestTables.array;
import static dev.pgstow.metaschema.TestTables.column;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pgstow.metaschema.ColumnType.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegisteredRowTest {
  private static final MetadataTable TABLE =
      new MetadataTable(
          "metaschema_public",
          "table",
          "table",
          List.of(
              column("current_role", Kind.TEXT),
              column("id", Kind.INTEGER),
              column("kept", Kind.TEXT),
              array("tags", Kind.TEXT),
              column("name", Kind.TEXT)),
          List.of("id", "name"),
          new Ownership.Column("database_id"),
          0,
          true);

  private final RegisteredRow row =
      new RegisteredRow(
          TABLE,
          DATABASE,
          ValueRenamer.none(),
          new String[] {null, "1", "same", "{NULL}", "it's"},
          Set.of("current_role", "tags"));

  @Test
  void theRowWithThatKeyGetsWhatChanged() {
    assertEquals(
        """
        SET array_nulls TO on;
        UPDATE metaschema_public.table SET
          "current_role" = NULL,
          tags = '{NULL}'
        WHERE id = '1'
          AND name = 'it''s';
        SET array_nulls TO DEFAULT;
        """,
        row.update());
  }

  @Test
  void aVerifyFindsTheRow() {
    assertEquals(
        """
        DO $verify$
          DECLARE
            present bigint;
          BEGIN
            SELECT count(*) INTO present FROM metaschema_public.table AS t WHERE t."database_id" = '%s'
              AND (t.id, t.name) IN (
              ('1', 'it''s')
            );
            IF present < 1 THEN
              RAISE EXCEPTION '%%: %% of %% exported rows are missing', 'metaschema_public.table', 1 - present, 1;
            END IF;
          END;
        $verify$;
        """
            .formatted(DATABASE),
        row.verify());
  }
}
