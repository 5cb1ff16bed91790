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
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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
      "DROP SCHEMA routing_public, apps_public, catalog_private CASCADE;"
          + "CREATE EXTENSION IF NOT EXISTS pgcrypto SCHEMA public";

  /** PostGraphile 4 with simple names takes no relation that is called like a column. */
  private static final String WITHOUT_MODULE_KEYS =
      """
      DO $$
      DECLARE key record;
      BEGIN
        FOR key IN SELECT conrelid::regclass AS tab, conname AS name FROM pg_constraint
                    WHERE contype = 'f'
                      AND connamespace = 'metaschema_modules_public'::regnamespace
        LOOP
          EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', key.tab, key.name);
        END LOOP;
      END $$
      """;

  /**
   * What PostGraphile does not carry, and is named instead: JSON's null, JavaScript's numbers,
   * json.
   */
  static final String WITHOUT_JSON_NULLS =
      """
      DO $$
      DECLARE col record;
      BEGIN
        FOR col IN SELECT a.attrelid::regclass AS tab, a.attname AS name
                     FROM pg_attribute a
                     JOIN pg_class c ON c.oid = a.attrelid
                     JOIN pg_type t ON t.oid = a.atttypid
                     LEFT JOIN pg_type b ON b.oid = t.typbasetype
                    WHERE 'jsonb' IN (t.typname, b.typname) AND c.relkind = 'r'
                      AND c.relnamespace::regnamespace::text ~ '_(public|private)$' AND a.attgenerated = ''
        LOOP
          EXECUTE format('UPDATE %s SET %I = $1 WHERE %I = $2', col.tab, col.name, col.name)
            USING '[]'::jsonb, 'null'::jsonb;
          EXECUTE format('UPDATE %s SET %I = $1 WHERE %I::text ~ $2', col.tab, col.name, col.name)
            USING '[]'::jsonb, '[0-9]{16}|[.][0-9]*0([^0-9]|$)';
        END LOOP;
      END $$;
      UPDATE services_public.api_modules SET data = data::jsonb::json;
      UPDATE metaschema_modules_public.sessions_module SET policies = array_remove(policies, 'null');
      UPDATE services_public.site_modules SET data = data::jsonb::json;
      """;

  private String database = "";
  private String older = "";
  private final List<PostGraphile> servers = new ArrayList<>();
  private SortedMap<String, String> expected = new TreeMap<>();
  private Path directory = Path.of("");
  @TempDir private Path folder;
  private Cli cli = new Cli(Path.of(""));

  @BeforeAll
  void create(@TempDir Path first) throws IOException {
    PostGraphile.assumeNode();
    database = Sample.createDatabase();
    older = Sample.createDatabase();
    TestServer.shared().execute(older, NEWER_SCHEMAS);
    TestServer.shared().execute(older, WITHOUT_JSON_NULLS);
    TestServer.shared().execute(older, WITHOUT_MODULE_KEYS);
    TestServer.shared().execute(database, WITHOUT_JSON_NULLS);
    TestServer.shared()
        .execute(
            database,
            "CREATE EXTENSION IF NOT EXISTS pgcrypto SCHEMA public;"
                + "ALTER TABLE apps_public.apps ALTER COLUMN slug DROP EXPRESSION;"
                + "UPDATE routing_public.domains SET tls_ready_at = NULL"
                + " WHERE tls_ready_at IN ('infinity', '-infinity')");
    prepare(first);
    expected = exportBySql("five", database);
    PostGraphile.Kind kind = PostGraphile.Kind.AMBER_5;
    servers.add(PostGraphile.start(kind, database, schemas(kind)));
  }

  @BeforeEach
  void workspace() throws IOException {
    prepare(folder);
  }

  private void prepare(Path workspace) throws IOException {
    Files.writeString(workspace.resolve("pgpm.json"), "{\"packages\": [\"*/*\"]}");
    cli = new Cli(workspace);
    directory = workspace;
  }

  @AfterAll
  void drop() {
    servers.forEach(PostGraphile::close);
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
    SortedMap<String, String> files = Trees.read(directory.resolve(name));
    // The one file that says where it all came from.
    files.keySet().removeIf(file -> file.endsWith(".pgstow.json"));
    return files;
  }

  private SortedMap<String, String> exportBySql(String name, String source) {
    return export("sql-" + name, "--database", source);
  }

  /** All that is read, the actions included: one endpoint may well serve both. */
  private static List<String> schemas(PostGraphile.Kind kind) {
    List<String> schemas =
        new ArrayList<>(
            kind.hasPlainTypes()
                ? List.of("metaschema_public", "metaschema_modules_public", "services_public")
                : TableOrder.schemas());
    schemas.add("db_migrate");
    return schemas;
  }

  private SortedMap<String, String> exportThrough(String name, String endpoint) {
    return export(name, "--graphql-endpoint", endpoint, "--migrate-endpoint", endpoint);
  }

  @Test
  void bothModulesOfPostGraphile5AreTheSameBytesAsBySql() {
    assertSame(expected, exportThrough("five", five().url()));
  }

  @Test
  void bothModulesOfPostGraphile4AreTheSameBytesAsBySql() {
    assertSameAsBySql(PostGraphile.Kind.SIMPLIFIED_4);
  }

  @Tag("thorough")
  @ParameterizedTest
  @EnumSource(
      value = PostGraphile.Kind.class,
      names = {"SIMPLIFIED_5", "AMBER_4", "LISTS_4"})
  void bothModulesAreTheSameBytesWithTheOtherNamesToo(PostGraphile.Kind kind) {
    assertSameAsBySql(kind);
  }

  private void assertSameAsBySql(PostGraphile.Kind kind) {
    String source = kind.hasPlainTypes() ? older : database;
    try (PostGraphile server = PostGraphile.start(kind, source, schemas(kind))) {
      assertSame(exportBySql(kind.name(), source), exportThrough(kind.name(), server.url()));
    }
  }

  private PostGraphile five() {
    return servers.get(0);
  }

  private static void assertSame(
      SortedMap<String, String> expected, SortedMap<String, String> actual) {
    Set<String> missing = new TreeSet<>(expected.keySet());
    missing.removeAll(actual.keySet());
    Set<String> more = new TreeSet<>(actual.keySet());
    more.removeAll(expected.keySet());
    assertEquals("[] []", missing + " " + more);
    expected.forEach(
        (file, content) -> {
          List<String> lines = content.lines().toList();
          List<String> others = String.valueOf(actual.get(file)).lines().toList();
          for (int i = 0; i < Math.min(lines.size(), others.size()); i++) {
            assertEquals(lines.get(i), others.get(i), file);
          }
          assertEquals(content, actual.get(file), file);
        });
  }

  @Test
  void shortPagesAndCutConnectionsGiveTheSameBytes() {
    try (GraphQlProxy cut = new GraphQlProxy(five().url()).withLongestPage(10).withCutEvery(7)) {
      assertSame(expected, exportThrough("cut", cut.url()));
      assertTrue(cut.requests() > 28, "cut four times at least");
    }
  }

  @Tag("thorough")
  @ParameterizedTest
  @ValueSource(ints = {10, 100})
  void aServersPageLimitDoesNotMatter(int rows) {
    try (GraphQlProxy limited = new GraphQlProxy(five().url()).withLongestPage(rows)) {
      assertSame(expected, exportThrough("page" + rows, limited.url()));
    }
  }

  @Test
  void withoutMigrateEndpointThereIsTheServiceModuleOnly() {
    assertOnlyService(five().url());
  }

  /** In production, servers mask what PostgreSQL says. */
  @Test
  void aTableThatMayNotBeReadIsNamedAndCanBeLeftOut() {
    GraphQlProxy.Trouble masked =
        (number, request, answer) ->
            request.contains("allRoutingPublicSites(")
                ? GraphQlProxy.Answer.json(
                    "{\"data\":null,\"errors\":[{\"message\":\"An unexpected error occurred.\"}]}")
                : answer;
    try (GraphQlProxy proxy = new GraphQlProxy(five().url()).with(masked)) {
      String[] command = {
        "export",
        "--author",
        "A <a@example.com>",
        "--database-id",
        "bookshop",
        "--graphql-endpoint",
        proxy.url(),
        "--include-secrets"
      };
      assertEquals(1, cli.run(command), cli::err);
      assertTrue(cli.err().contains("--exclude-table routing_public.sites."), cli.err());
      SortedMap<String, String> files =
          export(
              "spared",
              "--graphql-endpoint",
              proxy.url(),
              "--exclude-table",
              "routing_public.sites");
      assertFalse(files.containsKey("bookshop-service/deploy/migrate/sites.sql"));
      assertTrue(files.containsKey("bookshop-service/deploy/migrate/site_themes.sql"));
    }
  }

  private void assertOnlyService(String url) {
    SortedMap<String, String> files = export("alone", "--graphql-endpoint", url);
    assertTrue(files.keySet().stream().allMatch(file -> file.startsWith("bookshop-service/")));
    assertTrue(cli.err().startsWith("warning: " + ApiOrigin.ONLY_SERVICE), cli.err());
    assertTrue(cli.out().contains("no extension module, only the service module"), cli.out());
    assertTrue(cli.out().contains("--graphql-endpoint " + url), cli.out());
  }

  @Tag("thorough")
  @Test
  void valuesThatPostGraphile5ChangesAreNamed() {
    String lossy = Sample.createDatabase();
    try {
      TestServer.shared().execute(lossy, WITHOUT_JSON_NULLS);
      TestServer.shared()
          .execute(
              lossy,
              """
              ALTER TABLE apps_public.apps ALTER COLUMN slug DROP EXPRESSION;
              UPDATE metaschema_modules_public.sessions_module SET grace = 'infinity',
                sessions_default_expiration = '-00:00:00.5', refresh_after = '-1.5 seconds';
              CREATE TABLE routing_public.moments (id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
                database_id uuid REFERENCES metaschema_public.database, day date, at time,
                zoned timetz, lasting tstzrange, cost money, fine int4range, early time);
              INSERT INTO routing_public.moments (database_id, day, at, zoned, lasting, cost, fine, early)
              SELECT id, 'infinity', '24:00', '12:00+05:30', '[2020-01-01,infinity)',
                92233720368547758.07::numeric::money, '[1,5)', '00:00:01'
                FROM metaschema_public.database WHERE name = 'bookshop';
              """);
      PostGraphile.Kind kind = PostGraphile.Kind.AMBER_5;
      try (PostGraphile server = PostGraphile.start(kind, lossy, schemas(kind))) {
        export("lossy", "--graphql-endpoint", server.url());
        String sessions = "metaschema_modules_public.sessions_module.";
        String moments = "routing_public.moments.";
        for (String told :
            List.of(
                "infinite interval as NULL, which these may be: " + sessions + "grace",
                sessions + "sessions_default_expiration, " + sessions + "refresh_after",
                "infinite date as NULL, which these may be: " + moments + "day",
                "24:00:00 as 00:00:00, which these may be: " + moments + "at.",
                "may not be these values': " + moments + "zoned",
                "as none, which these may have: " + moments + "lasting.",
                "rounded by the server, as these may be: " + moments + "cost")) {
          assertTrue(cli.err().contains(told), () -> told + "\n" + cli.err());
        }
      }
    } finally {
      TestServer.shared().dropDatabase(lossy);
    }
  }

  @Tag("thorough")
  @Test
  void renamedTypesAreFoundAndWhatIsNotExposedIsNamed() {
    String odd = Sample.createDatabase();
    try {
      TestServer.shared().execute(odd, NEWER_SCHEMAS);
      TestServer.shared().execute(odd, WITHOUT_JSON_NULLS);
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
        SortedMap<String, String> expected = exportBySql("odd", odd);
        SortedMap<String, String> files = export("odd", "--graphql-endpoint", server.url());
        String apis = "bookshop-service/deploy/migrate/apis.sql";
        String policy = "bookshop-service/deploy/migrate/policy.sql";
        assertEquals(expected.get(apis), files.get(apis));
        assertEquals(expected.get(policy), files.get(policy));
        assertFalse(files.containsKey("bookshop-service/deploy/migrate/site_themes.sql"));
        assertTrue(cli.err().contains("services_public.site_themes"), cli.err());
        assertTrue(cli.err().contains("metaschema_public.field.regexp"), cli.err());
      }
    } finally {
      TestServer.shared().dropDatabase(odd);
    }
  }
}
