package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.metaschema.TableOrder;
import dev.pgstow.testing.GraphQlProxy;
import dev.pgstow.testing.PostGraphile;
import dev.pgstow.testing.Sample;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes through a PostGraphile server is what comes by SQL, byte for byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphQlExportTest {
  private static final String NEWER_SCHEMAS =
      "DROP SCHEMA routing_public, apps_public, catalog_private CASCADE";

  private String database = "";
  private String older = "";
  @TempDir private Path folder;
  private Cli cli = new Cli(Path.of(""));

  @BeforeAll
  void create() {
    PostGraphile.assumeNode();
    database = Sample.createDatabase();
    older = Sample.createDatabase();
    TestServer.shared().execute(older, NEWER_SCHEMAS);
  }

  @BeforeEach
  void workspace() throws IOException {
    Files.writeString(folder.resolve("pgpm.json"), "{\"packages\": [\"*/*\"]}");
    cli = new Cli(folder);
  }

  @AfterAll
  void drop() {
    if (!database.isEmpty()) {
      TestServer.shared().dropDatabase(database);
      TestServer.shared().dropDatabase(older);
    }
  }

  private SortedMap<String, String> export(String name, String... origin) {
    List<String> arguments = new ArrayList<>(List.of("export", "--author", "A <a@example.com>"));
    arguments.addAll(List.of("--database-id", "bookshop", "--outdir", name, "--include-secrets"));
    arguments.addAll(List.of(origin));
    assertEquals(0, cli.run(arguments.toArray(String[]::new)), cli::err);
    SortedMap<String, String> files = Trees.read(folder.resolve(name));
    // The one file that says where it all came from.
    files.keySet().removeIf(file -> file.endsWith(".pgstow.json"));
    return files;
  }

  private SortedMap<String, String> exportBySql(String name, String source) {
    return export("sql-" + name, "--database", source);
  }

  private static List<String> schemas(PostGraphile.Kind kind) {
    return kind.hasPlainTypes()
        ? List.of("metaschema_public", "metaschema_modules_public", "services_public")
        : TableOrder.schemas();
  }

  @ParameterizedTest
  @EnumSource(PostGraphile.Kind.class)
  void bothModulesAreTheSameBytesAsBySql(PostGraphile.Kind kind) {
    String source = kind.hasPlainTypes() ? older : database;
    try (PostGraphile metadata = PostGraphile.start(kind, source, schemas(kind));
        PostGraphile migrate = PostGraphile.start(kind, source, List.of("db_migrate"))) {
      SortedMap<String, String> expected = exportBySql(kind.name(), source);
      SortedMap<String, String> actual =
          export(
              kind.name(),
              "--graphql-endpoint",
              metadata.url(),
              "--migrate-endpoint",
              migrate.url());
      assertSame(expected, actual);
    }
  }

  private static void assertSame(
      SortedMap<String, String> expected, SortedMap<String, String> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((file, content) -> assertEquals(content, actual.get(file), file));
  }

  @Test
  void withoutMigrateEndpointThereIsOnlyTheServiceModuleAndItIsSaidTwice() {
    try (PostGraphile server =
        PostGraphile.start(PostGraphile.Kind.AMBER_5, database, TableOrder.schemas())) {
      SortedMap<String, String> files = export("alone", "--graphql-endpoint", server.url());
      assertTrue(files.keySet().stream().allMatch(file -> file.startsWith("bookshop-service/")));
      assertTrue(cli.err().startsWith("warning: " + ApiOrigin.ONLY_SERVICE), cli.err());
      assertTrue(cli.out().contains("no extension module, only the service module"), cli.out());
      assertTrue(cli.out().contains("--graphql-endpoint " + server.url()), cli.out());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100, Integer.MAX_VALUE})
  void aServersOwnPageLimitMakesNoDifference(int rows) {
    try (PostGraphile server =
            PostGraphile.start(PostGraphile.Kind.AMBER_5, database, TableOrder.schemas());
        PostGraphile actions =
            PostGraphile.start(PostGraphile.Kind.AMBER_5, database, List.of("db_migrate"));
        GraphQlProxy metadata = new GraphQlProxy(server.url()).withLongestPage(rows);
        GraphQlProxy migrate = new GraphQlProxy(actions.url()).withLongestPage(rows)) {
      assertSame(
          exportBySql("page" + rows, database),
          export(
              "page" + rows,
              "--graphql-endpoint",
              metadata.url(),
              "--migrate-endpoint",
              migrate.url()));
    }
  }

  @Test
  void aConnectionCutAtEverySeventhRequestMakesNoDifference() {
    try (PostGraphile server =
            PostGraphile.start(PostGraphile.Kind.AMBER_5, database, TableOrder.schemas());
        PostGraphile actions =
            PostGraphile.start(PostGraphile.Kind.AMBER_5, database, List.of("db_migrate"));
        GraphQlProxy metadata = new GraphQlProxy(server.url()).withLongestPage(50).withCutEvery(7);
        GraphQlProxy migrate = new GraphQlProxy(actions.url()).withLongestPage(7).withCutEvery(7)) {
      assertSame(
          exportBySql("cut", database),
          export("cut", "--graphql-endpoint", metadata.url(), "--migrate-endpoint", migrate.url()));
      assertTrue(metadata.requests() > 14 && migrate.requests() > 7, "cuts happened");
    }
  }

  @Test
  void renamedTypesAreFoundAndWhatIsNotExposedIsNamed() {
    String odd = Sample.createDatabase();
    try {
      TestServer.shared().execute(odd, NEWER_SCHEMAS);
      TestServer.shared()
          .execute(
              odd,
              """
              COMMENT ON TABLE services_public.apis IS '@name gateway';
              COMMENT ON TABLE services_public.site_themes IS '@omit';
              COMMENT ON COLUMN metaschema_public.field.regexp IS '@omit';
              COMMENT ON COLUMN metaschema_public.policy.policy_type IS '@name sort';
              """);
      try (PostGraphile server =
          PostGraphile.start(PostGraphile.Kind.AMBER_4, odd, schemas(PostGraphile.Kind.AMBER_4))) {
        SortedMap<String, String> files = export("odd", "--graphql-endpoint", server.url());
        SortedMap<String, String> expected = exportBySql("odd", odd);
        String apis = "bookshop-service/deploy/migrate/apis.sql";
        String policy = "bookshop-service/deploy/migrate/policy.sql";
        assertEquals(expected.get(apis), files.get(apis));
        assertEquals(expected.get(policy), files.get(policy));
        assertFalse(files.containsKey("bookshop-service/deploy/migrate/site_themes.sql"));
        assertTrue(cli.out().contains("only the service module"), cli.out());
      }
      export("odd2", "--database", odd);
    } finally {
      TestServer.shared().dropDatabase(odd);
    }
  }
}
