package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.RecordedApi;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
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
  private static final UUID SHOP = UUID.fromString("a0000000-0000-4000-8000-000000000001");

  /** JavaScript drops the zero, which nothing shows. */
  private static final String AS_JAVASCRIPT =
      "UPDATE metaschema_public.schema SET smart_tags ="
          + " replace(smart_tags::text, '1.50', '1.5')::jsonb";

  private String database = "";
  @TempDir private Path folder;
  private Cli cli = new Cli(Path.of(""));

  @BeforeAll
  void create() {
    database = TestServer.shared().createDatabase();
    TestServer.shared().execute(database, RecordedApi.sample());
  }

  @AfterAll
  void drop() {
    TestServer.shared().dropDatabase(database);
  }

  @BeforeEach
  void workspace() throws IOException {
    Files.writeString(folder.resolve("pgpm.json"), "{\"packages\": [\"*/*\"]}");
    cli = new Cli(folder);
  }

  private SortedMap<String, String> export(String name, String... origin) {
    List<String> arguments = new ArrayList<>(List.of("export", "--author", "A <a@example.com>"));
    arguments.addAll(List.of("--database-id", SHOP.toString(), "--include-secrets"));
    arguments.addAll(List.of("--outdir", name, "--requires", "pgpm"));
    arguments.addAll(List.of(origin));
    assertEquals(0, cli.run(arguments.toArray(String[]::new)), cli::err);
    SortedMap<String, String> files = Trees.read(folder.resolve(name));
    files.keySet().removeIf(file -> file.endsWith(".pgstow.json"));
    return files;
  }

  private void assertSameAsBySql(RecordedApi server, String source) {
    try (server) {
      SortedMap<String, String> expected = export("sql", "--database", source);
      SortedMap<String, String> files =
          export("api", "--graphql-endpoint", server.url(), "--migrate-endpoint", server.url());
      assertEquals(expected.keySet(), files.keySet());
      expected.forEach((file, content) -> assertEquals(content, files.get(file), file));
    }
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
      assertTrue(cli.err().contains("services_public.api_modules.data"), cli::err);
    } finally {
      TestServer.shared().dropDatabase(source);
    }
  }

  @Test
  void pgGraphQl() {
    assertSameAsBySql(new RecordedApi(RecordedApi.Kind.PG_GRAPHQL), database);
    assertTrue(
        cli.err().contains("A JSON string that reads like a number") && cli.err().contains("chk"),
        cli::err);
    assertFalse(cli.err().contains("api_modules.data"), cli::err);
  }

  @Test
  void hasura() {
    assertSameAsBySql(new RecordedApi(RecordedApi.Kind.HASURA), database);
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
