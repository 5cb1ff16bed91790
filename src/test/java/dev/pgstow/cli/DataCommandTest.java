package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pgstow.rows.RowsDatabase;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {
  private static RowsDatabase database;

  @TempDir Path folder;
  private Cli cli;
  private Path data;

  @BeforeAll
  static void fill() {
    database = RowsDatabase.of("shop.sql");
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @BeforeEach
  void start() {
    cli = new Cli(folder);
    data = folder.resolve("migration-data");
  }

  private int data(String... more) {
    List<String> arguments = new ArrayList<>(List.of("data", "-d", database.name()));
    arguments.addAll(List.of(more));
    return cli.run(arguments.toArray(String[]::new));
  }

  private JsonNode result(String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--json");
    assertEquals(0, data(arguments.toArray(String[]::new)), () -> cli.out() + cli.err());
    List<String> lines = cli.out().lines().toList();
    return new JsonMapper().readTree(lines.get(lines.size() - 1));
  }

  private String refused(int exit, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--json");
    assertEquals(exit, data(arguments.toArray(String[]::new)), () -> cli.out() + cli.err());
    assertFalse(cli.err().contains("\tat "), () -> cli.err());
    List<String> lines = cli.out().lines().toList();
    return new JsonMapper().readTree(lines.get(lines.size() - 1)).path("ident").asText();
  }

  private static List<String> tables(JsonNode result) {
    List<String> names = new ArrayList<>();
    result
        .path("tables")
        .forEach(it -> names.add(it.path("schema").asText() + "." + it.path("table").asText()));
    return names;
  }

  @Test
  void dryRunListsTheTablesInDependencyOrderAndWritesNothing() {
    assertEquals(0, data("--dry-run"), () -> cli.err());
    String out = cli.out();
    List<String> lines = out.lines().toList();
    assertTrue(lines.get(23).strip().startsWith("23  "), out);
    assertTrue(lines.get(24).strip().startsWith("auth.users "), out);
    for (String pattern :
        List.of(
            ".*\\d+  public.orders +~20,000 +[0-9.]+ MB  streaming",
            ".*\\d+  public.items +10,000 +[0-9.]+ kB  small",
            ".*\\d+  public.sensor_readings +50 +[0-9.]+ kB  streaming",
            ".*\\d+  public.sales +5 +[0-9.]+ kB  small",
            " +auth.users +1 +[0-9.]+ kB  small, to auth_users.json",
            "23 tables, ~30,0\\d\\d rows, .*",
            "reference one another.*: public.members, public.teams",
            "left out, since Supabase manages them: auth, storage .*")) {
      assertTrue(lines.stream().anyMatch(it -> it.matches(pattern)), pattern + "\n" + out);
    }
    assertFalse(Files.exists(data));
  }

  @Test
  void theListIsTheSeedsOne() throws IOException {
    List<String> all = tables(result("--dry-run", "--skip-auth"));
    assertEquals(23, all.size());
    assertTrue(all.indexOf("public.customers") < all.indexOf("public.addresses"));
    assertTrue(all.indexOf("public.orders") < all.indexOf("public.items"));
    assertTrue(all.indexOf("public.products") < all.indexOf("public.items"));
    JsonNode fewer = result("--dry-run", "--skip-auth", "--skip-large");
    assertEquals(20, fewer.path("tables").size());
    assertEquals(
        List.of("public.alerts", "public.event_logs", "public.sensor_readings"),
        new JsonMapper().convertValue(fewer.path("skipped"), List.class));
    JsonNode other = result("--dry-run", "--skip-large", "--large-table", "app.settings");
    assertFalse(tables(other).contains("app.settings"));
    assertTrue(tables(other).contains("public.alerts"));
  }

  @Test
  void theThresholdAndTheNameDecideTheMethod() throws IOException {
    Map<String, String> wanted =
        Map.of("orders", "small", "items", "small", "alerts", "streaming", "a1", "small");
    for (JsonNode table : result("--dry-run", "--streaming-threshold", "20000").path("tables")) {
      String name = table.path("table").asText();
      assertEquals(
          wanted.getOrDefault(name, table.path("method").asText()), table.path("method").asText());
      assertFalse(table.path("estimated").asBoolean());
    }
    for (JsonNode table : result("--dry-run", "--streaming-threshold", "9999").path("tables")) {
      if (table.path("table").asText().equals("items")) {
        assertEquals("streaming", table.path("method").asText());
      }
    }
  }

  @Test
  void secretsOfUsersAreNowhere() throws IOException {
    for (List<String> flags :
        List.of(
            List.<String>of(),
            List.of("--table", "auth.users"),
            List.of("--schemas", "public,auth", "--format", "ndjson"))) {
      List<String> all = new ArrayList<>(flags);
      all.addAll(List.of("--yes", "--verbose"));
      assertEquals(0, data(all.toArray(String[]::new)), () -> cli.err());
      Map<String, String> files = Trees.read(data);
      String everything = files.values() + cli.out() + cli.err();
      assertFalse(everything.contains("HASHHASH"), flags.toString());
      assertFalse(everything.replace("TOKEN-refresh", "").contains("TOKEN-"), flags.toString());
      String users =
          files.getOrDefault("auth_users.json", files.getOrDefault("auth_users.ndjson", ""));
      assertEquals(
          "{\"id\":\"00000000-0000-0000-0000-000000000001\",\"email\":\"ada@example.com\","
              + "\"raw_app_meta_data\":{\"provider\": \"email\"},\"raw_user_meta_data\":{\"name\": \"Ada\"},"
              + "\"phone\":\"+4512345678\",\"created_at\":\"2026-01-01T12:00:00Z\"}",
          users.replaceAll("[\\[\\]\n]", ""));
    }
  }

  @Test
  void usersCanBeLeftOut() throws IOException {
    assertEquals(0, data("--skip-auth"), () -> cli.err());
    assertFalse(Files.exists(data.resolve("auth_users.json")));
    assertEquals(24, Trees.read(data).size());
    assertEquals(List.of("public.orders"), tables(result("--yes", "--table", "orders")));
    assertEquals(2, Trees.read(data).size());
  }

  @Test
  void metadataSaysWhatIsThere() throws IOException {
    assertEquals(0, data("--jobs", "2"), () -> cli.err());
    JsonNode metadata = new JsonMapper().readTree(data.resolve("metadata.json").toFile());
    assertEquals(24, metadata.path("tables").size());
    assertEquals(24, metadata.path("totals").path("tables").asInt());
    assertEquals(database.name(), metadata.path("database").asText());
    JsonNode snapshot = metadata.path("snapshots").path(0);
    assertTrue(snapshot.path("lsn").asText().matches("[0-9A-F]+/[0-9A-F]+"), "" + snapshot);
    assertTrue(snapshot.path("id").asText().matches("[0-9A-F-]+"), "" + snapshot);
    for (JsonNode table : metadata.path("tables")) {
      Path file = data.resolve(table.path("file").asText());
      assertEquals(Files.size(file), table.path("bytes").asLong());
      assertEquals(64, table.path("sha256").asText().length());
      assertEquals(table.path("rows").asInt(), new JsonMapper().readTree(file.toFile()).size());
      assertEquals(snapshot.path("id"), table.path("snapshot"));
    }
    assertEquals(
        "[{\"name\":\"key\",\"type\":\"text\"},{\"name\":\"value\",\"type\":\"jsonb\"}]",
        metadata.path("tables").findParents("file").stream()
            .filter(it -> it.path("file").asText().equals("app.settings.json"))
            .findFirst()
            .orElseThrow()
            .path("columns")
            .toString());
    assertEquals("[\n{\"id\":1}\n]\n", Files.readString(data.resolve("animals.json")));
    assertEquals(0, cli.run("data", "verify", data.toString()), () -> cli.err());
    assertTrue(cli.out().startsWith("Verified 24 tables, 30,0"), cli.out());
  }

  @Test
  void conditionsChooseRows() throws IOException {
    assertEquals(
        0,
        data("--table", "orders", "--where", "orders=total > 4999 -- the dear ones"),
        () -> cli.err());
    assertEquals(4, new JsonMapper().readTree(data.resolve("orders.json").toFile()).size());
    assertTrue(Files.readString(data.resolve("metadata.json")).contains("total > 4999"));
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsWritten() throws IOException {
    assertEquals("table-unknown", refused(2, "--table", "order"));
    assertEquals("schema-unknown", refused(2, "--schemas", "apps"));
    assertEquals("table-name-invalid", refused(2, "--table", "a.b.c"));
    assertEquals("where-invalid", refused(2, "--where", "orders"));
    assertEquals("where-invalid", refused(2, "--where", "orders=1) TO PROGRAM 'x"));
    assertEquals("where-without-table", refused(2, "--table", "items", "--where", "orders=true"));
    assertEquals("sql-error", refused(1, "--where", "orders=no_such_column > 1"));
    assertEquals("format-unknown", refused(2, "--format", "csv"));
    assertEquals("bytea-unknown", refused(2, "--bytea", "octal"));
    assertEquals("compression-twice", refused(2, "--gzip", "--zstd"));
    assertEquals("jobs-invalid", refused(2, "--jobs", "0"));
    assertEquals("export-incomplete", refusedVerify());
    assertFalse(Files.exists(data));
  }

  private String refusedVerify() throws IOException {
    assertEquals(3, cli.run("data", "verify", "--json"));
    return new JsonMapper().readTree(cli.out()).path("ident").asText();
  }

  @Test
  void aFinishedExportStaysUntilAYes() throws IOException {
    assertEquals(0, data("--table", "orders"), () -> cli.err());
    Map<String, String> before = Trees.read(data);
    assertEquals("export-exists", refused(5, "--table", "products"));
    assertEquals(before, Trees.read(data));
    assertEquals(0, data("--table", "products", "--yes"), () -> cli.err());
    assertEquals(List.of("metadata.json", "products.json"), List.copyOf(Trees.read(data).keySet()));
    Files.writeString(data.resolve("items.json"), "mine");
    assertEquals("file-exists", refused(1, "--table", "items", "--yes"));
    assertEquals("mine", Files.readString(data.resolve("items.json")));
    assertEquals(0, cli.run("data", "verify"), () -> cli.err());
  }

  @Test
  void verifyingFindsEveryChange() throws IOException {
    assertEquals(0, data("--table", "orders", "--table", "items", "--table", "products"));
    Path orders = data.resolve("orders.json");
    String good = Files.readString(orders);
    for (String bad :
        List.of(good.replace("\"id\":7,", "\"id\":8,"), good.substring(0, 500), good + " ")) {
      Files.writeString(orders, bad);
      assertEquals(3, cli.run("data", "verify"), () -> cli.out());
      assertTrue(cli.out().contains("orders.json "), cli.out());
      assertTrue(cli.err().contains("1 file is not as metadata.json"), cli.err());
    }
    Files.delete(orders);
    assertEquals(3, cli.run("data", "verify"));
    assertTrue(cli.out().contains("orders.json is missing"), cli.out());
  }

  @Test
  void filesWithoutSenseAreNamedAndTheOthersRead() throws IOException {
    for (List<String> kind :
        List.of(List.of(""), List.of(".zst", "--zstd"), List.of(".gz", "--gzip"))) {
      List<String> flags = new ArrayList<>(kind.subList(1, kind.size()));
      flags.addAll(List.of("--table", "orders", "--table", "products", "--yes"));
      assertEquals(0, data(flags.toArray(String[]::new)), () -> cli.err());
      Path orders = data.resolve("orders.json" + kind.get(0));
      byte[] good = Files.readAllBytes(orders);
      for (int at : new int[] {0, good.length / 2, good.length - 40}) {
        byte[] bad = good.clone();
        Arrays.fill(bad, at, at + 40, (byte) 0);
        Files.write(orders, bad);
        Files.writeString(data.resolve("products.json" + kind.get(0)), "");
        assertEquals(3, cli.run("data", "verify"), () -> cli.out() + cli.err());
        assertTrue(cli.out().contains("orders.json"), cli.out());
        assertTrue(cli.out().contains("products.json"), cli.out());
        assertFalse(cli.out().contains("-1"), cli.out());
      }
    }
  }

  @Test
  void aConditionIsForTheOneTableItNames() throws IOException {
    try (RowsDatabase twins = RowsDatabase.empty()) {
      twins.execute(
          """
          CREATE SCHEMA app;
          CREATE TABLE big AS SELECT generate_series(1, 9) AS id;
          CREATE TABLE app.big AS SELECT generate_series(1, 9) AS id;
          """);
      String[] one = {"data", "-d", twins.name(), "--where", "big=id < 5", "--json"};
      assertEquals(0, cli.run(one), () -> cli.err());
      List<Integer> rows = new ArrayList<>();
      JsonNode tables =
          new JsonMapper().readTree(data.resolve("metadata.json").toFile()).path("tables");
      tables.forEach(it -> rows.add(it.path("rows").asInt()));
      Collections.sort(rows);
      assertEquals(List.of(4, 9), rows);
      String[] two = {
        "data",
        "-d",
        twins.name(),
        "--yes",
        "--where",
        "big=id < 5",
        "--where",
        "public.big=id < 3",
        "--json"
      };
      assertEquals(2, cli.run(two));
      assertTrue(cli.out().contains("where-twice"), cli.out());
    }
  }

  @Test
  void rowLevelSecurityIsAnErrorAndNoGap() throws IOException {
    try (RowsDatabase guarded = RowsDatabase.empty()) {
      guarded.execute(
          """
          DROP ROLE IF EXISTS rows_reader;
          CREATE ROLE rows_reader LOGIN PASSWORD 'x';
          CREATE TABLE notes (id integer);
          ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
          GRANT SELECT ON notes TO rows_reader;
          CREATE TABLE secrets (id integer);
          """);
      try {
        cli.environment("PGUSER", "rows_reader").environment("PGPASSWORD", "x");
        assertEquals(1, cli.run("data", "-d", guarded.name(), "--table", "notes"));
        assertTrue(cli.err().contains("public.notes"), cli.err());
        assertEquals(1, cli.run("data", "-d", guarded.name(), "--table", "secrets"));
        assertTrue(cli.err().contains("permission denied for table secrets"), cli.err());
        assertFalse(Files.exists(data));
      } finally {
        guarded.execute("DROP OWNED BY rows_reader; DROP ROLE rows_reader");
      }
    }
  }

  @Test
  void anEmptyDatabaseIsSaidToBeEmpty() throws IOException {
    String name = TestServer.shared().createDatabase();
    try {
      assertEquals(1, cli.run("data", "-d", name));
      assertTrue(cli.err().contains("There is no table to export"), cli.err());
      assertFalse(Files.exists(data));
    } finally {
      TestServer.shared().dropDatabase(name);
    }
  }
}
