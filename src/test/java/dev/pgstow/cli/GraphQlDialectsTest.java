package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.RecordedApi;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What comes from the recorded answers of other servers is what comes by SQL, byte for byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphQlDialectsTest {
  /** JavaScript drops the zero, which nothing shows. */
  static final String AS_JAVASCRIPT =
      "UPDATE metaschema_public.schema SET smart_tags ="
          + " replace(smart_tags::text, '1.50', '1.5')::jsonb";

  private String database = "";
  private ShopExport shop;

  @BeforeEach
  void workspace(@TempDir Path folder) throws IOException {
    shop = new ShopExport(folder);
  }

  @BeforeAll
  void create() {
    database = TestServer.shared().createDatabase();
    TestServer.shared().execute(database, RecordedApi.sample());
  }

  @AfterAll
  void drop() {
    TestServer.shared().dropDatabase(database);
  }

  private void assertSameAsBySql(RecordedApi server, String source) {
    ShopExport.assertSame(shop.bySql(source), shop.through(server));
  }

  private static RecordedApi hasura(UnaryOperator<String> schema, UnaryOperator<String> rows) {
    return new RecordedApi(RecordedApi.Kind.HASURA, schema, rows);
  }

  @Test
  void constructivesServer() {
    String source = TestServer.shared().createDatabase(database);
    try {
      TestServer.shared().execute(source, AS_JAVASCRIPT);
      assertSameAsBySql(new RecordedApi(RecordedApi.Kind.CONSTRUCTIVE), source);
      assertTrue(shop.err().contains("services_public.api_modules.data"), shop::err);
    } finally {
      TestServer.shared().dropDatabase(source);
    }
  }

  /** Which values come as null, the filters of Constructive's server tell. */
  @Test
  void jsonsNullIsToldFromNullByTheServersFilter() {
    String source = TestServer.shared().createDatabase(database);
    try {
      TestServer.shared().execute(source, AS_JAVASCRIPT);
      TestServer.shared()
          .execute(
              source,
              "UPDATE metaschema_public.schema SET smart_tags = 'null' WHERE smart_tags IS NULL"
                  + " AND name = 'app_private'");
      UnaryOperator<String> jsonNull =
          rows ->
              rows.replaceFirst(
                  "(\"name\" : \"app_private\".*?\"smartTags\" : )null", "$1{\"JSON\": \"null\"}");
      assertSameAsBySql(
          new RecordedApi(RecordedApi.Kind.CONSTRUCTIVE, UnaryOperator.identity(), jsonNull),
          source);
      assertFalse(shop.err().contains("schema.smart_tags"), shop::err);
    } finally {
      TestServer.shared().dropDatabase(source);
    }
  }

  @Test
  void pgGraphQl() {
    assertSameAsBySql(new RecordedApi(RecordedApi.Kind.PG_GRAPHQL), database);
    assertTrue(
        shop.err().contains("A JSON string that reads like a number") && shop.err().contains("chk"),
        shop::err);
    assertFalse(shop.err().contains("api_modules.data"), shop::err);
  }

  @Test
  void hasura() {
    assertSameAsBySql(new RecordedApi(RecordedApi.Kind.HASURA), database);
    assertTrue(shop.err().contains("JSON's null can't be told from NULL"), shop::err);
  }

  @Test
  void hasuraOfOldWithScalarsForArraysAndNumbersAsText() {
    assertSameAsBySql(
        hasura(
            schema ->
                schema
                    .replaceAll(": \\[(String|uuid|citext|jsonb)]", ": _$1")
                    .replace("_String", "_text")
                    .replace(
                        "scalar uuid",
                        "scalar uuid\nscalar _uuid\nscalar _text\nscalar _citext\nscalar _jsonb"),
            rows -> rows.replace(": 9007199254740993,", ": \"9007199254740993\",")),
        database);
  }
}
