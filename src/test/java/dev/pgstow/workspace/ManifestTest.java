package dev.pgstow.workspace;

import static dev.pgstow.workspace.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
  private static final String HASH = "0123456789abcdef".repeat(4);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void file() {
    file = folder.resolve(".pgstow.json");
  }

  private Manifest.Contents read(String json) throws IOException {
    return Manifest.read(Files.writeString(file, json));
  }

  @Test
  void isWrittenInAFixedOrderAndReadBack() throws IOException {
    ModuleSpec spec =
        new ModuleSpec(
            "A",
            "d",
            List.of(),
            "r",
            "u",
            "db@host",
            Map.of("schemas", List.of("b", "a"), "author", "A", "data", true));
    try (FileList files = new FileList(folder.resolve("list"));
        OutputStream out = Files.newOutputStream(file)) {
      files.add("deploy/a.sql", HASH);
      Manifest.write(out, spec, "f00", files);
    }
    assertEquals(
        """
        {
          "version" : 1,
          "source" : "db@host",
          "answers" : {
            "author" : "A",
            "data" : true,
            "schemas" : [
              "b",
              "a"
            ]
          },
          "planWithoutTags" : "f00",
          "files" : {
            "deploy/a.sql" : "%s"
          }
        }
        """
            .formatted(HASH),
        Files.readString(file));
    Manifest.Contents contents = Manifest.read(file);
    assertEquals("db@host", contents.source());
    assertEquals("f00", contents.planWithoutTags());
    assertEquals(
        Map.of("author", List.of("A"), "data", List.of("true"), "schemas", List.of("b", "a")),
        contents.answers());
    assertTrue(contents.files().has("deploy/a.sql", HASH));
    assertFalse(contents.files().has("source"));
  }

  @Test
  void whatIsOfAnotherKindIsPassedOver() throws IOException {
    Manifest.Contents contents =
        read(
            """
            {"new": {"files": 1}, "files": [], "source": 1, "answers": "x", "planWithoutTags": {"a": 1},
             "version": 2}
            """);
    assertEquals("", contents.source());
    assertEquals("", contents.planWithoutTags());
    assertEquals(Map.of(), contents.answers());
    contents = read("{\"answers\": {\"a\": [{\"b\": 1}, 2, [3]], \"c\": {\"d\": 1}, \"e\": null}}");
    assertEquals(
        Map.of("a", List.of("2"), "c", List.of(), "e", List.of("null")), contents.answers());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"files\": {\"a\": 1}}",
        "{\"files\": {\"a\": \"0123\"}}",
        "{\"answers\": {\"a\":",
        "{\"answers\": {\"a\": [",
      })
  void aBrokenOneIsNamed(String json) {
    String message = assertFails("manifest-malformed", () -> read(json)).getMessage();
    assertTrue(message.startsWith(file + " can't be understood: "), message);
  }

  @Test
  void aHashIsOf64HexadecimalDigits() throws IOException {
    read("{\"files\": {\"a\": \"" + HASH + "\"}}");
    for (String bad : List.of(HASH + "0", HASH.substring(1), "x" + HASH.substring(1))) {
      assertFails("manifest-malformed", () -> read("{\"files\": {\"a\": \"" + bad + "\"}}"));
    }
  }
}
