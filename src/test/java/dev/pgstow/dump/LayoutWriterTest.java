package dev.pgstow.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.catalog.Catalog;
import dev.pgstow.catalog.CatalogObject;
import dev.pgstow.catalog.CatalogOptions;
import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.catalog.ObjectKind;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutWriterTest {
  private static final ObjectIdentity SCHEMA =
      new ObjectIdentity(ObjectKind.SCHEMA, Optional.empty(), "app", "");
  private static final ObjectIdentity TABLE =
      new ObjectIdentity(ObjectKind.TABLE, Optional.of("app"), "users\n\\! rm -rf", "");
  private static final Manifest.Reading READING =
      new Manifest.Reading(17, new CatalogOptions(List.of("app"), List.of(), true, false));

  @TempDir private Path folder;

  private static Catalog catalog() {
    return new Catalog(
        List.of(
            new CatalogObject(SCHEMA, List.of("CREATE SCHEMA app"), List.of(), Set.of()),
            new CatalogObject(
                TABLE,
                List.of("CREATE TABLE app.\"users\n\\! rm -rf\" ()", "COMMENT ON x IS 'y'"),
                List.of(),
                Set.of(SCHEMA))),
        Map.of(),
        Map.of(),
        List.of(),
        List.of());
  }

  private static Map<String, String> written(Layout layout) {
    Map<String, String> files = new LinkedHashMap<>();
    new LayoutWriter(
            (path, content) -> {
              files.put(path, new String(content, StandardCharsets.UTF_8));
              return Sha256.of(content);
            })
        .write(layout, catalog(), READING);
    return files;
  }

  @Test
  void perKindHasOneObjectAFileAndAScriptThatIncludesThemInOrder() {
    Map<String, String> files = written(new Layout.PerKind());
    String table = "tables/app.users%0a%5c%21%20rm%20-rf.sql";
    assertEquals(
        List.of("schemas/app.sql", table, "load.sql", "manifest.json"),
        List.copyOf(files.keySet()));
    assertEquals("-- schema app\n\nCREATE SCHEMA app;\n", files.get("schemas/app.sql"));
    assertTrue(
        files.get("load.sql").endsWith("\\ir 'schemas/app.sql'\n\\ir '" + table + "'\n"),
        files.get("load.sql"));
  }

  @Test
  void aNameCantLeaveTheCommentThatNamesIt() {
    String table = written(new Layout.PerKind()).get("tables/app.users%0a%5c%21%20rm%20-rf.sql");
    assertEquals("-- table app.\"users\\u{a}\\! rm -rf\"", table.lines().findFirst().orElse(""));
  }

  @Test
  void flatHasTheSameTextsInOneScript() {
    Map<String, String> flat = written(new Layout.Flat());
    assertEquals(List.of("schema.sql", "manifest.json"), List.copyOf(flat.keySet()));
    Map<String, String> perKind = written(new Layout.PerKind());
    String script = flat.get("schema.sql");
    assertTrue(
        script.endsWith(
            "\n"
                + perKind.get("schemas/app.sql")
                + "\n"
                + perKind.get("tables/app.users%0a%5c%21%20rm%20-rf.sql")),
        script);
  }

  @Test
  void aManifestIsReadAsItWasWritten() throws IOException {
    for (Layout layout : List.of(new Layout.PerKind(), new Layout.Flat())) {
      Files.writeString(folder.resolve("manifest.json"), written(layout).get("manifest.json"));
      Manifest manifest = ManifestFile.read(folder).orElseThrow();
      assertEquals(layout.label(), manifest.layout());
      assertEquals(READING, manifest.reading());
      assertEquals(
          List.of(SCHEMA, TABLE),
          manifest.objects().stream().map(Manifest.Entry::identity).toList());
      Files.write(folder.resolve("again.json"), manifest.toJson());
      assertEquals(
          -1, Files.mismatch(folder.resolve("manifest.json"), folder.resolve("again.json")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"version\": 2}",
        "{\"version\":1,\"objects\":[{\"kind\":\"spell\"}]}",
        "{\"version\":1,\"files\":{\"../x.sql\":\"%s\"}}",
        "{\"version\":1,\"files\":{\"/etc/passwd\":\"%s\"}}",
        "{\"version\":1,\"files\":{\"tables/../../x.sql\":\"%s\"}}",
        "{\"version\":1,\"files\":{\".git/config\":\"%s\"}}",
        "{\"version\":1,\"files\":{\"load.sql\":\"abc\"}}",
      })
  void aManifestThatIsNoneIsRefused(String text) throws IOException {
    Files.writeString(folder.resolve("manifest.json"), text.replace("%s", "0".repeat(64)));
    Failure failure = assertThrows(Failure.class, () -> ManifestFile.read(folder));
    assertEquals("manifest-malformed", failure.ident());
  }
}
