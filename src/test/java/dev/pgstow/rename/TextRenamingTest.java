package dev.pgstow.rename;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Change names, values and keys. */
class TextRenamingTest {

  @ParameterizedTest
  @CsvSource({
    "schemas/app/schema,schemas/p_app/schema",
    "schemas/app,schemas/p_app",
    "crm:schemas/app/tables/app/table,crm:schemas/p_app/tables/app/table",
    "schemas/billing/views/app_x,schemas/p_billing/views/app_x",
    "schemas/App/schema,schemas/App/schema",
    "schemas/app-x/schema,schemas/app-x/schema",
    "schemas/app_x/schema,schemas/app_x/schema",
    "my_schemas/app/schema,my_schemas/app/schema",
    "migrate/app,migrate/app",
    "schemas,schemas",
  })
  void ordinaryWordsInChangeNames(String name, String renamed) {
    assertEquals(renamed, Renamers.ordinary().changeName(name));
  }

  @Test
  void internalNamesInChangeNames() {
    SchemaRenamer renamer = Renamers.internal();
    assertEquals(
        "schemas/crm_app_public/tables/x", renamer.changeName("schemas/x-17-app-public/tables/x"));
    String other = "schemas/x-17-app-public-old/tables/x";
    assertSame(other, renamer.changeName(other));
  }

  @Test
  void internalNamesInValues() {
    assertEquals(
        "refers to crm_app_public.contacts and crm_app_public_v_2 and x-17",
        Renamers.internal()
            .text(
                "description",
                "refers to x-17-app-public.contacts and x-17-app-public-v2 and x-17"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schema_name",
        "schema",
        "schemas",
        "schemaName",
        "private_schema_name",
        "privateSchemaName",
        "public_schemas",
        "private_schemas",
        "nspname",
        "search_path"
      })
  void inColumnsOfSchemasAWordIsASchema(String column) {
    assertEquals("p_app", Renamers.ordinary().text(column, "app"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"category", "name", "label", "schema_id", "description", "schematic", "scope"})
  void inOtherColumnsItIsNot(String column) {
    SchemaRenamer renamer = Renamers.ordinary();
    String value = "app";
    assertSame(value, renamer.text(column, value));
    assertEquals(1, renamer.leftAlone());
  }

  @Test
  void columnsOfSchemasHoldTheNameItself() {
    SchemaRenamer renamer = Renamers.ordinary();
    assertEquals("App", renamer.text("schema_name", "App"));
    assertEquals("p_app, public", renamer.text("search_path", "App, public"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'new'::app.status|'new'::p_app.status",
        "app.f(x) + \"app\".g()|p_app.f(x) + \"p_app\".g()",
        "@references app.users(id)|@references p_app.users(id)",
        "see app.users. The app.|see p_app.users. The app.",
        "SET search_path TO app, public|SET search_path TO p_app, public",
        "search_path=app,public|search_path=p_app,public",
        "current_setting('app.user_id')::uuid|current_setting('app.user_id')::uuid",
        "app.example.com|app.example.com",
        "https://app.example.com/app|https://app.example.com/app",
        "me@app.io|me@app.io",
        "www.app.io|www.app.io",
        "apps.users|apps.users",
        "nspname = 'app'|nspname = 'p_app'",
        "nspname <> 'app'|nspname <> 'p_app'",
        "search_path: app|search_path: p_app",
        "see schemas/app. Then|see schemas/p_app. Then",
        "\\\"app\\\".users|\\\"p_app\\\".users",
        "\"\"app\"\".users|\"\"p_app\"\".users",
        "app.users.|p_app.users.",
        "app.users:|p_app.users:",
        "app.t1:x|p_app.t1:x",
        "x := 'app'::regnamespace|x := 'p_app'::regnamespace",
      })
  void valuesThatAreSqlOrProse(String value, String renamed) {
    assertEquals(renamed, Renamers.ordinary().text("data", value));
  }

  @Test
  void hostsAreNoSchemas() {
    SchemaRenamer renamer = Renamers.ordinary();
    for (String column : new String[] {"domain", "hostname", "site_url", "support_email"}) {
      String value = "app.io";
      assertSame(value, renamer.text(column, value));
    }
  }

  @Test
  void keysThatNameSchemasAreRenamed() {
    assertEquals("crm_app_public", Renamers.internal().key("x-17-app-public"));
    assertEquals("p_app.users", Renamers.ordinary().key("app.users"));
    assertEquals("app", Renamers.ordinary().key("app"));
  }

  @Test
  void noneLeavesEverything() {
    String text = "SELECT \"x-17-app-public\".app";
    assertSame(text, SchemaRenamer.none().sql(text));
    assertSame(text, SchemaRenamer.none().text("schema_name", text));
    assertSame(text, SchemaRenamer.none().changeName(text));
    assertSame(text, SchemaRenamer.none().key(text));
    assertEquals(0, SchemaRenamer.none().leftAlone());
  }
}
