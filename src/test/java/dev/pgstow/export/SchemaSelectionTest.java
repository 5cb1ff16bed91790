package dev.pgstow.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import dev.pgstow.source.SchemaEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaSelectionTest {
  private final FakeSource source =
      new FakeSource()
          .schema("app", "shop-app")
          .schema("billing", "app")
          .schema("twin", "twin-1")
          .schema("twin", "twin-2");

  private SchemaSelection select(String... names) {
    ExportRequest request =
        ExportRequest.builder(FakeSource.DATABASE)
            .author("A")
            .extensionName("crm")
            .schemas(List.of(names))
            .build();
    return SchemaSelection.of(request, source.schemas, "shop");
  }

  private List<String> chosen(String... names) {
    return select(names).chosen().stream().map(SchemaEntry::schemaName).toList();
  }

  @Test
  void anInternalNameMeansItsSchemaOnly() {
    assertEquals(List.of("app"), chosen("app"));
    assertEquals(List.of("shop-app"), chosen("shop-app"));
  }

  @Test
  void aNameMeansAllSchemasOfThatName() {
    assertEquals(List.of("twin-1", "twin-2"), chosen("twin"));
  }

  @Test
  void unknownNamesAreAllNamed() {
    Failure failure = assertThrows(Failure.class, () -> select("twin", "nope", "neither"));
    assertEquals("schema-unknown", failure.ident());
    assertTrue(failure.getMessage().contains("\"neither\", \"nope\""), failure.getMessage());
  }

  @Test
  void changesOfALeftOutSchemaAreToldByTheirWholeSegment() {
    SchemaSelection selection = select("shop-app");
    assertTrue(selection.leavesOut("schemas/twin-1/schema"));
    assertTrue(selection.leavesOut("schemas/twin-1"));
    assertFalse(selection.leavesOut("schemas/twin-10/schema"));
    assertFalse(selection.leavesOut("x/schemas/twin-1/schema"));
  }
}
