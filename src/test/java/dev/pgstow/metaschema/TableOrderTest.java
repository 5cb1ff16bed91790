package dev.pgstow.metaschema;

import static dev.pgstow.metaschema.TestTables.child;
import static dev.pgstow.metaschema.TestTables.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableOrderTest {
  private static List<String> order(MetadataTable... tables) {
    return TableOrder.sort(List.of(tables)).stream().map(MetadataTable::label).toList();
  }

  @Test
  void theDocumentedOrderComesFirstThenSchemasThenNames() {
    assertEquals(
        List.of(
            "metaschema_public.database",
            "metaschema_public.field",
            "routing_public.apis",
            "services_public.apis",
            "catalog_private.apis",
            "metaschema_modules_public.rls_module",
            "metaschema_public.zebra",
            "metaschema_modules_public.aardvark",
            "routing_public.a",
            "routing_public.b",
            "alien.a"),
        order(
            table("alien", "a"),
            table("routing_public", "b"),
            table("catalog_private", "apis"),
            table("metaschema_modules_public", "aardvark"),
            table("services_public", "apis"),
            table("routing_public", "a"),
            table("metaschema_public", "zebra"),
            table("metaschema_modules_public", "rls_module"),
            table("metaschema_public", "field"),
            table("metaschema_public", "database"),
            table("routing_public", "apis")));
  }

  @Test
  void aTableFollowsTheOneItsRowsBelongTo() {
    assertEquals(
        List.of("routing_public.b", "routing_public.z", "routing_public.a"),
        order(child("a", "z"), child("b", "elsewhere"), table("routing_public", "z")));
  }

  @Test
  void theEarlierSchemaHasThePlainName() {
    List<String> schemas = List.of("catalog_private", "services_public", "routing_public");
    assertEquals("apis", TableOrder.changeName("routing_public", "apis", schemas));
    assertEquals("services_public.apis", TableOrder.changeName("services_public", "apis", schemas));
    assertEquals("catalog_private.apis", TableOrder.changeName("catalog_private", "apis", schemas));
  }
}
