package dev.pgstow.source;

import static dev.pgstow.source.SourceFixture.SHOP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
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
