package dev.pgstow.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.export.ExportRequest;
import dev.pgstow.failure.Failure;
import dev.pgstow.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportedPairTest {
  private static final String ID = "be750000-0000-4000-8000-000000000002";

  @TempDir Path root;

  @BeforeEach
  void init() {
    Workspace.init(root);
  }

  private void module(String name, String answers) throws IOException {
    Path folder = Files.createDirectories(root.resolve("packages").resolve(name));
    Files.writeString(folder.resolve(name + ".control"), "default_version = '0.0.1'\n");
    Files.writeString(
        folder.resolve(".pgstow.json"),
        "{\"version\": 1, \"source\": \"me@host:1/db\", \"answers\": " + answers + "}");
  }

  private static String answers(String id, String extension, String more) {
    return ("{\"database-id\": \"%s\", \"extension-name\": \"%s\", \"meta-extension-name\":"
            + " \"%s-service\"%s}")
        .formatted(id, extension, extension, more);
  }

  private ExportedPair find(String... module) {
    return ExportedPair.find(
        Workspace.find(root),
        Optional.of(List.of(module)).filter(it -> !it.isEmpty()).map(it -> it.get(0)));
  }

  private String failure(String... module) {
    return assertThrows(Failure.class, () -> find(module)).ident();
  }

  @Test
  void theRequestIsThatOfTheExport() throws IOException {
    String more =
        ", \"schemas\": [\"a\", \"b\"], \"keep-unselected\": true, \"meta-schema\": [\"m\"],"
            + " \"exclude-table\": [\"s.t\"], \"unknown\": {\"x\": [1]}, \"keep-timestamps\": false";
    module("crm", answers(ID, "crm", more));
    module("crm-service", answers(ID, "crm", more));
    assertEquals(find(), find("crm-service"));
    assertEquals("me@host:1/db", find().source());
    ExportRequest request = find("crm").request();
    assertEquals(UUID.fromString(ID), request.databaseId());
    assertEquals("crm-service", request.metaExtensionName());
    assertEquals(Optional.of(List.of("a", "b")), request.schemas());
    assertTrue(request.keepUnselected());
    assertFalse(request.keepTimestamps());
    assertEquals(List.of("s.t"), request.excludeTables());
    assertEquals(List.of("m"), request.extraMetaSchemas());
  }

  @Test
  void whatIsUnclearIsAnError() throws IOException {
    assertEquals("nothing-exported", failure());
    assertEquals("module-unknown", failure("crm"));
    module("hand", "{}");
    assertEquals("not-exported", failure("hand"));
    module("crm", answers(ID, "crm", ""));
    module("erp", answers(ID, "erp", ""));
    assertEquals("module-needed", failure());
    module("bad", answers("x", "bad", ""));
    assertEquals("manifest-malformed", failure("bad"));
    module("cut", "{\"schemas\": [\"a\"");
    assertEquals("manifest-malformed", failure("cut"));
  }
}
