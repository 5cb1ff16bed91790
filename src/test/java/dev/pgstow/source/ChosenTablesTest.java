package dev.pgstow.source;

import static dev.pgstow.source.SourceFixture.SHOP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.MetadataTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code --exclude-table} and {@code --meta-schema} may name. */
class ChosenTablesTest {
  private static Failure refused(SnapshotOptions options) {
    try (SourceFixture fixture = new SourceFixture();
        SqlSource source = fixture.open()) {
      return assertThrows(Failure.class, () -> source.snapshot(SHOP, options));
    }
  }

  @Test
  void furtherSchemasAreLookedIntoAndTablesLeftOut() {
    try (SourceFixture fixture = new SourceFixture();
        SqlSource source = fixture.open();
        ExportSnapshot snapshot =
            source.snapshot(
                SHOP,
                new SnapshotOptions(
                    List.of("extra_meta"), false, List.of("routing_public.apis")))) {
      List<String> names = snapshot.tables().stream().map(MetadataTable::changeName).toList();
      assertTrue(names.contains("special"), names::toString);
      assertFalse(names.contains("apis"), names::toString);
      assertTrue(names.contains("services_public.apis"), names::toString);
    }
  }

  @Test
  void severalKeysThatWouldQualifyAreAnError() {
    try (SourceFixture fixture =
            new SourceFixture()
                .with(
                    "CREATE TABLE services_public.link (id int PRIMARY KEY,"
                        + " a uuid CONSTRAINT one REFERENCES services_public.apis,"
                        + " b uuid CONSTRAINT two REFERENCES routing_public.domains)");
        SqlSource source = fixture.open()) {
      Failure failure =
          assertThrows(Failure.class, () -> source.snapshot(SHOP, SnapshotOptions.defaults()));
      assertEquals("ownership-ambiguous", failure.ident());
      assertTrue(failure.getMessage().contains("one (a -> services_public.apis)"));
      assertTrue(failure.getMessage().contains("two (b -> routing_public.domains)"));
      try (ExportSnapshot snapshot =
          source.snapshot(
              SHOP, new SnapshotOptions(List.of(), false, List.of("services_public.link")))) {
        assertEquals(15, snapshot.tables().size());
      }
    }
  }

  @Test
  void anExcludedTableMustBeThere() {
    Failure failure = refused(new SnapshotOptions(List.of(), false, List.of("services_public.x")));
    assertEquals("table-unknown", failure.ident());
    assertEquals(ExitCode.USAGE, failure.exitCode());
    assertTrue(failure.getMessage().contains("services_public.x"), failure.getMessage());
  }

  @Test
  void aFurtherSchemaMustHoldMetadata() {
    Failure failure = refused(new SnapshotOptions(List.of("no_such_schema"), false));
    assertEquals("meta-schema-unknown", failure.ident());
    assertTrue(failure.getMessage().contains("no_such_schema"), failure.getMessage());
  }
}
