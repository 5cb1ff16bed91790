package dev.pgstow.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.metaschema.TableScripts;
import dev.pgstow.metaschema.ValueRenamer;
import dev.pgstow.testing.SqlScript;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.TestSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The service module's scripts against those pgpm writes, where they are at hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "pgstow.reference", matches = ".+")
class ReferenceTest {
  private static final UUID DEMO = UUID.fromString("11111111-aaaa-4bbb-8ccc-000000000001");

  /** Lines of ours that differ from pgpm's on purpose: it loses these values. */
  private static final Map<String, String> CORRECTIONS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("'2026-02-27T08:40:42.987654Z'", "'2026-02-27T08:40:42.000Z'"),
              Map.entry("'2026-02-27T08:41:00.500Z'", "'2026-02-27T08:41:00.000Z'"),
              Map.entry("9007199254740993", "9007199254740992"),
              Map.entry("E'{api,\"a,b\",\"q\\\\\"uote\"}'", "'{}'"),
              Map.entry("'{billing,\"{braces}\",\"with space\",\"NULL\"}'", "'{}'"),
              Map.entry("E'{pii,\"a\\\\\"b\",\"c\\\\\\\\d\",\"NULL\",\"\"}'", "'{}'"),
              Map.entry("'authenticated', NULL)", "'authenticated', '{}')"),
              Map.entry(
                  "8340361f-8bc1-4a8a-8f64-8534fd09f27b}', NULL, 'BTREE'",
                  "8340361f-8bc1-4a8a-8f64-8534fd09f27b}', '{}', 'BTREE'"),
              Map.entry("'{\"fillfactor\":70}', 'null'", "'{\"fillfactor\":70}', NULL"),
              Map.entry("'companies_name_idx', NULL,", "'companies_name_idx', '{}',"),
              Map.entry(
                  "NULL, NULL, 'false', false, NULL, NULL, false, 'jsonb', 19, NULL, '0', 'null'",
                  "NULL, NULL, NULL, false, NULL, NULL, false, 'jsonb', 19, NULL, NULL, NULL")));

  private final String database = TestServer.shared().createDatabase();
  private final Path reference = Path.of(System.getProperty("pgstow.reference", ""));

  @BeforeAll
  void load() {
    SqlScript.createRoles();
    SqlScript.load(database, reference.resolve("source.sql"));
  }

  @AfterAll
  void drop() {
    TestServer.shared().dropDatabase(database);
  }

  @Test
  void deployScriptsAreThoseOfPgpmButForTheCorrections() throws IOException {
    Path expected = reference.resolve("expected/demo-crm-service/deploy/migrate");
    Map<String, String> scripts = deployScripts();
    Set<String> compared = new TreeSet<>();
    for (Map.Entry<String, String> script : scripts.entrySet()) {
      Path file = expected.resolve(script.getKey() + ".sql");
      if (Files.exists(file)) {
        String text = Files.readString(file);
        String body = text.substring(text.indexOf("SET session"), text.length() - 2);
        assertEquals(body, corrected(script.getValue()), script.getKey());
        compared.add(script.getKey());
      }
    }
    assertEquals(
        names(expected),
        Stream.concat(compared.stream(), Stream.of("catalog_private.apis"))
            .collect(Collectors.toCollection(TreeSet::new)));
    Set<String> additional = new TreeSet<>(scripts.keySet());
    additional.removeAll(compared);
    assertEquals(
        Set.of("services_public.apis", "services_public.api_schemas", "services_public.domains"),
        additional);
  }

  @Test
  void revertScriptsAreThoseOfPgpmButForTheBindings() throws IOException {
    Path expected = reference.resolve("expected/demo-crm-service/revert/migrate");
    try (SqlSource source = new SqlSource(TestSessions.open(database));
        ExportSnapshot snapshot = source.snapshot(DEMO, SnapshotOptions.defaults())) {
      int compared = 0;
      for (MetadataTable table : snapshot.tables()) {
        Path file = expected.resolve(table.changeName() + ".sql");
        if (Files.exists(file) && !table.name().endsWith("_bindings")) {
          String text = Files.readString(file);
          String body = text.substring(text.indexOf("SET session"), text.length() - 3);
          assertEquals(body, scripts(table, new StringBuilder()).revert());
          compared++;
        }
      }
      assertTrue(compared > 20, () -> "only some compared");
    }
  }

  @Test
  void nothingOfItLooksLikeASecretOrAnOid() {
    try (SqlSource source = new SqlSource(TestSessions.open(database));
        ExportSnapshot snapshot = source.snapshot(DEMO, SnapshotOptions.defaults())) {
      for (MetadataTable table : snapshot.tables()) {
        assertEquals(List.of(), snapshot.secretColumns(table), table.label());
        assertEquals(List.of(), table.oidColumns(), table.label());
      }
    }
  }

  @Test
  void requirementsAreWhatIsNeeded() throws IOException {
    try (SqlSource source = new SqlSource(TestSessions.open(database));
        ExportSnapshot snapshot = source.snapshot(DEMO, SnapshotOptions.defaults())) {
      RequirementScan scan = snapshot.requirementScan();
      snapshot.readActions(
          action -> {
            if ("meta_registration".equals(action.category())) {
              return;
            }
            scan.script(String.valueOf(action.content()));
            scan.script(String.valueOf(action.verify()));
          });
      snapshot.tables().stream()
          .filter(table -> table.rows() > 0)
          .forEach(table -> scan.table(table.schema(), table.name()));
      assertEquals(
          List.of("plpgsql", "citext", "uuid-ossp", "pgpm-verify"), scan.extensionRequires());
      assertEquals(
          List.of("plpgsql", "metaschema-schema", "services", "metaschema-modules"),
          scan.serviceRequires());
    }
  }

  private Map<String, String> deployScripts() throws IOException {
    Map<String, String> scripts = new TreeMap<>();
    try (SqlSource source = new SqlSource(TestSessions.open(database));
        ExportSnapshot snapshot = source.snapshot(DEMO, SnapshotOptions.defaults())) {
      for (MetadataTable table : snapshot.tables()) {
        if (table.rows() > 0) {
          StringBuilder deploy = new StringBuilder();
          TableScripts writer = scripts(table, deploy);
          writer.begin();
          snapshot.readRows(table, writer::row);
          writer.end();
          scripts.put(table.changeName(), deploy.toString());
        }
      }
    }
    return scripts;
  }

  private static TableScripts scripts(MetadataTable table, Appendable deploy) {
    ValueRenamer renamer =
        new ValueRenamer() {
          @Override
          public String text(String column, String value) {
            String prefix = "demo-crm-1772181642234-a8eba4e4-";
            return value
                .replace(prefix + "app-public-v2", "demo_crm_app_public_v_2")
                .replace(prefix + "app-public", "demo_crm_app_public")
                .replace(prefix + "app-private", "demo_crm_app_private")
                .replace(prefix + "auth-public", "demo_crm_auth_public")
                .replace(prefix + "memberships-public", "demo_crm_memberships_public");
          }

          @Override
          public String key(String key) {
            return key;
          }
        };
    return new TableScripts(table, DEMO, renamer, deploy, new StringBuilder());
  }

  private static String corrected(String script) {
    String result = script;
    for (Map.Entry<String, String> correction : CORRECTIONS.entrySet()) {
      result = result.replace(correction.getKey(), correction.getValue());
    }
    return result;
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".sql"))
          .map(name -> name.substring(0, name.length() - 4))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
