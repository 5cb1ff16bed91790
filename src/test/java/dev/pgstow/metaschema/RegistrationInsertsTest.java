package dev.pgstow.metaschema;

import static dev.pgstow.metaschema.TestTables.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.ColumnType.Kind;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationInsertsTest {
  private static final MetadataTable TABLE =
      TestTables.table(
          "metaschema_public",
          "partition",
          column("id", Kind.UUID),
          column("name", Kind.TEXT),
          column("active", Kind.BOOLEAN),
          column("data", Kind.JSONB));

  private final RegistrationInserts inserts = new RegistrationInserts();

  private boolean inserted(@Nullable String... row) {
    return inserts.inserts(TABLE, row).isPresent();
  }

  @Test
  void rowsAreFoundByTheirKey() {
    inserts.add(
        "INSERT INTO metaschema_public.partition (id, name) VALUES"
            + " ('AAAA0000-0000-4000-8000-000000000001'::uuid, 'x'), ('b', upper('y'));");
    assertTrue(inserted("aaaa0000-0000-4000-8000-000000000001", "another name", null, null));
    assertTrue(inserted("b", null, null, null));
    assertFalse(inserted("c", "x", null, null));
  }

  @Test
  void rowsWithoutLiteralKeyAreFoundByAllTheirLiterals() {
    inserts.add(
        """
        -- INSERT INTO metaschema_public.partition (id) VALUES ('comment');
        INSERT INTO "metaschema_public"."partition" (id, name, active, data)
        OVERRIDING SYSTEM VALUE
        VALUES (gen_random_uuid(), E'it\\'s', true, '{"a":1}'::jsonb) ON CONFLICT DO NOTHING;
        """);
    assertTrue(inserted("1", "it's", "t", "{\"a\": 1}"));
    assertFalse(inserted("1", "it's", "f", "{\"a\": 1}"));
    assertFalse(inserted("comment", "x", null, null));
  }

  @Test
  void whatTheLiteralsDoNotGiveARowOfAKeyHasChanged() {
    MetadataTable table =
        TestTables.table(
            "metaschema_public",
            "partition",
            column("id", Kind.UUID),
            column("name", Kind.TEXT),
            column("data", Kind.JSONB),
            column("code", Kind.TEXT),
            new MetadataColumn("n", new ColumnType("int4", Kind.INTEGER, false), true),
            column("label", Kind.TEXT));
    inserts.add(
        "INSERT INTO metaschema_public.partition (id, name, data, code)"
            + " VALUES ('a', 'x', '{\"b\": 1, \"a\": 2}', upper('y'));");
    String data = "{\"a\": 2, \"b\": 1}";
    for (String computed : new String[] {null, "Y"}) {
      assertEquals(
          Optional.of(Set.of()),
          inserts.inserts(table, new String[] {"a", "x", data, computed, "7", null}));
    }
    assertEquals(
        Optional.of(Set.of("code", "name", "label")),
        inserts.inserts(table, new String[] {"a", "z", data, null, "7", null}));
    assertEquals(
        Optional.of(Set.of("name", "code", "label")),
        inserts.inserts(table, new String[] {"a", null, data, "Y", "7", null}));
    assertEquals(
        Optional.of(Set.of("code", "label")),
        inserts.inserts(table, new String[] {"a", "x", data, "Y", "7", "l"}));
    assertEquals(
        Optional.empty(), inserts.inserts(table, new String[] {"b", "x", null, null, null, null}));
  }

  @Test
  void jsonIsComparedAsItIsWrittenButForBlanks() {
    MetadataTable table =
        TestTables.table("metaschema_public", "partition", column("data", Kind.JSON));
    inserts.add("INSERT INTO metaschema_public.partition (data) VALUES ('{\"b\":1, \"a\": 2}');");
    assertEquals(Optional.empty(), inserts.inserts(table, new String[] {"{\"a\":2,\"b\":1}"}));
    assertEquals(
        Optional.of(Set.of()), inserts.inserts(table, new String[] {"{\"b\": 1,\"a\":2}"}));
  }

  @Test
  void whichColumnsOfARowWithoutKeyHaveChangedIsNotTold() {
    inserts.add("INSERT INTO metaschema_public.partition (name) VALUES ('x');");
    assertEquals(Optional.of(Set.of()), inserts.inserts(TABLE, new String[] {"1", "x", "t", "{}"}));
  }

  @Test
  void aRowWithoutKeyThatNoneLooksLikeMayBeInsertedTwice() {
    inserts.add("INSERT INTO metaschema_public.partition (name) VALUES ('x');");
    assertTrue(inserts.mayInsertInto(TABLE));
    assertFalse(inserted("1", "y", null, null));
    assertTrue(inserts.mayInsertInto(TABLE));
    assertTrue(inserted("2", "x", null, null));
    assertFalse(inserts.mayInsertInto(TABLE));
    inserts.add("INSERT INTO metaschema_public.partition (id, name) VALUES ('9', 'z');");
    assertFalse(inserts.mayInsertInto(TABLE));
  }

  @Test
  void anInsertWithoutKeyStandsForOneRow() {
    String insert =
        "INSERT INTO metaschema_public.partition (id, name) VALUES (gen_random_uuid(), 'x');";
    inserts.add(insert);
    inserts.add(insert);
    assertTrue(inserted("1", "x", null, null));
    assertTrue(inserted("2", "x", null, null));
    Failure failure = assertThrows(Failure.class, () -> inserted("3", "x", null, null));
    assertEquals("registration-ambiguous", failure.ident());
  }

  @Test
  void formsThatCanNotBeReadAreKnown() {
    inserts.add("INSERT INTO metaschema_public.other (id) SELECT o.id FROM o;");
    assertFalse(inserts.mayInsertInto(TABLE));
    inserts.add("INSERT INTO metaschema_public.partition (id) SELECT o.id FROM o;");
    assertTrue(inserts.mayInsertInto(TABLE));
  }

  @Test
  void aQueryWithALiteralKeyStandsForThatRow() {
    inserts.add(
        """
        INSERT INTO metaschema_public.partition (name, id, data)
        SELECT t.name, 'e'::uuid AS id, coalesce(t.data, '{}') FROM app.t AS t
        WHERE t.id IN (SELECT 'x' UNION SELECT 'y') ON CONFLICT (id) DO NOTHING;
        """);
    assertFalse(inserts.mayInsertInto(TABLE));
    assertTrue(inserted("e", "any", null, null));
    assertFalse(inserted("f", "any", null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(id) SELECT 'e' UNION ALL SELECT 'f'",
        "(id, name) SELECT t.*, 'e' FROM t",
        "(name, id) SELECT * FROM t",
        "(name, id) SELECT 'x', t.id FROM t",
        "(id, name) SELECT 'e'",
        "(id) (SELECT 'e')",
        "(id) TABLE t",
        "(id) SELECT DISTINCT 'e'",
        "DEFAULT VALUES",
      })
  void queriesAreNotGuessedAt(String insert) {
    inserts.add("INSERT INTO metaschema_public.partition " + insert + " ON CONFLICT DO NOTHING;");
    assertTrue(inserts.mayInsertInto(TABLE));
    assertFalse(inserted("e", "x", null, null));
  }

  @Test
  void doBlocksAreLookedInto() {
    inserts.add("DO $x$ BEGIN INSERT INTO metaschema_public.partition (id) VALUES ('d'); END $x$;");
    assertTrue(inserted("d", null, null, null));
  }

  @Test
  void otherFormsAreNotGuessedAt() {
    inserts.add("INSERT INTO metaschema_public.partition VALUES ('e');");
    inserts.add("INSERT INTO metaschema_public.partition (id) SELECT lower('e');");
    inserts.add("INSERT INTO other.partition (id) VALUES ('e');");
    inserts.add("INSERT INTO metaschema_public.partition (id) VALUES (");
    inserts.add("INSERT INTO");
    assertFalse(inserted("e", null, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          INSERT INTO metaschema_public.t (id) VALUES (1)              | true
          insert into "metaschema_public"."t" select 1                 | true
          UPDATE ONLY METASCHEMA_PUBLIC.t SET a = 1                    | true
          DELETE FROM metaschema_public.t                              | true
          MERGE INTO metaschema_public.t USING s ON true               | true
          COPY metaschema_public.t FROM stdin                          | true
          WITH x AS (INSERT INTO metaschema_public.t DEFAULT VALUES) SELECT 1 | true
          DO $$ BEGIN DELETE FROM metaschema_public.t; END $$          | true
          COPY metaschema_public.t TO stdout                           | false
          SELECT * FROM metaschema_public.t                            | false
          INSERT INTO app.t SELECT * FROM metaschema_public.t          | false
          SELECT 'INSERT INTO metaschema_public.t'                     | false
          CREATE FUNCTION f() RETURNS void AS $$ DELETE FROM metaschema_public.t $$ LANGUAGE sql | false
          """)
  void writesAreTold(String sql, boolean writes) {
    assertEquals(writes, RegistrationInserts.writesMetaschema(sql));
  }
}
