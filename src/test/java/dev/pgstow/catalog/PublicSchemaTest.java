package dev.pgstow.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.postgres.Session;
import org.junit.jupiter.api.Test;

class PublicSchemaTest extends CatalogTestBase {
  @Test
  void onceMadeAgainItIsStillTheOneEveryDatabaseHas() {
    String database =
        database(
            "DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE public.t (a int);"
                + " GRANT USAGE ON SCHEMA public TO PUBLIC; COMMENT ON SCHEMA public IS 'new'");
    Catalog catalog = read(database);
    String text = text(catalog);
    assertFalse(text.contains("CREATE SCHEMA"), text);
    assertTrue(text.contains("COMMENT ON SCHEMA public IS 'new'"), text);
    assertEquals(text, text(read(load(catalog))));
  }

  @Test
  void underAnotherNameItIsLikeAnyOther() {
    String database = database("ALTER SCHEMA public RENAME TO priv; CREATE TABLE priv.t (a int)");
    Catalog catalog = read(database);
    String text = text(catalog);
    assertTrue(text.contains("CREATE SCHEMA priv"), text);
    assertTrue(text.contains("GRANT USAGE ON SCHEMA priv TO PUBLIC"), text);
    assertFalse(text.contains("pg_catalog"), text);
    assertEquals(1, catalog.seen().get(ObjectKind.SCHEMA));
    assertEquals(text, text(read(load(catalog))));
    try (Session session = session(database, server.user)) {
      assertEquals("priv", SchemaCount.of(session).get(0).name());
    }
  }

  @Test
  void oneUnderAnotherNameAndANewOneAreTwo() {
    Catalog catalog =
        read(
            database(
                "ALTER SCHEMA public RENAME TO priv; CREATE SCHEMA public;"
                    + " CREATE TABLE priv.t (a int); CREATE TABLE public.t (a int)"));
    assertEquals(text(catalog), text(read(load(catalog))));
    assertEquals(1, catalog.seen().get(ObjectKind.SCHEMA));
  }
}
