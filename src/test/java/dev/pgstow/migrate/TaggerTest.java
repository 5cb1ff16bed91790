package dev.pgstow.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pgstow.failure.Failure;
import dev.pgstow.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaggerTest {
  @TempDir Path root;
  private Path plan;

  @BeforeEach
  void module() {
    TestModule.in(root, "app").table("a").table("b");
    plan = root.resolve("packages/app/pgpm.plan");
  }

  private void tag(String name, Optional<String> change, Optional<String> comment) {
    new Tagger()
        .run(
            new TagRequest(
                Workspace.find(root),
                "app",
                name,
                change,
                comment,
                "Ann <ann@example.com>",
                "2024-01-15T10:00:00Z"));
  }

  private String fails(String name, String change) {
    return assertThrows(Failure.class, () -> tag(name, Optional.of(change), Optional.empty()))
        .ident();
  }

  @Test
  void tagsGoIntoThePlanAndTheRestStays() throws IOException {
    String before = Files.readString(plan);
    tag("v1", Optional.of("HEAD^"), Optional.of("first\nrelease"));
    tag("v2", Optional.empty(), Optional.empty());
    String a = before.substring(0, before.indexOf("b 2017"));
    String b = before.substring(before.indexOf("b 2017"));
    assertEquals(
        a
            + "@v1 2024-01-15T10:00:00Z Ann <ann@example.com> # first release\n"
            + b
            + "@v2 2024-01-15T10:00:00Z Ann <ann@example.com> # v2\n",
        Files.readString(plan));
    try (var files = Files.list(plan.getParent())) {
      assertEquals(0, files.filter(it -> it.getFileName().toString().startsWith(".")).count());
    }
  }

  @Test
  void whatCannotBeTaggedIsRefused() {
    tag("v1", Optional.empty(), Optional.empty());
    assertEquals("tag-exists", fails("v1", "a"));
    assertEquals("tag-name-unsafe", fails("v/1", "a"));
    assertEquals("reference-unknown", fails("v2", "nothing"));
  }
}
