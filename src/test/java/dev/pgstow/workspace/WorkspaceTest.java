package dev.pgstow.workspace;

import static dev.pgstow.workspace.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {
  @TempDir Path root;

  @Test
  void isFoundFromBelow() throws IOException {
    Workspace made = Workspace.init(root);
    assertTrue(Files.isDirectory(root.resolve("packages")));
    Path below = Files.createDirectories(root.resolve("packages/a/deploy"));
    assertEquals(made, Workspace.find(below));
  }

  @Test
  void noneIsAFailureThatSaysHowToMakeOne() {
    Failure failure = assertFails("workspace-not-found", () -> Workspace.find(root));
    assertEquals(ExitCode.FAILED, failure.exitCode());
    assertTrue(failure.hint().contains("pgstow init"));
    assertEquals(Optional.empty(), Workspace.findIfAny(root));
  }

  @Test
  void isNotMadeTwice() throws IOException {
    Workspace.init(root);
    Files.writeString(root.resolve("pgpm.json"), "{\"packages\":[]}");
    assertFails("workspace-exists", () -> Workspace.init(root));
    assertEquals("{\"packages\":[]}", Files.readString(root.resolve("pgpm.json")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"packages\": \"x\"}", "{\"packages\": [1]}"})
  void aBrokenFileIsNamed(String text) throws IOException {
    Files.writeString(root.resolve("pgpm.json"), text);
    Failure failure = assertFails("workspace-invalid", () -> Workspace.find(root));
    assertTrue(failure.getMessage().contains(root.resolve("pgpm.json").toString()));
    assertFalse(failure.getMessage().contains("Source:"), failure.getMessage());
  }

  @Test
  void aScriptedConfigMarksARootToo() throws IOException {
    Files.writeString(root.resolve("pgpm.config.js"), "module.exports = {}");
    module("packages/a", "a");
    assertEquals(Set.of("a"), Workspace.find(root).modules().names());
  }

  @Test
  void modulesAreThoseUnderTheGlobsAndTheInstalledOnes() throws IOException {
    Files.writeString(
        root.resolve("pgpm.json"),
        "{\"packages\": [\"mods/*\", \"deep/**\", \"!mods/not\", \"one\"], \"extensionsDir\": \"ext\"}");
    module("mods/a", "a");
    module("mods/not", "not");
    module("mods/.pgstow-stage-1", "staged");
    module("deep/x/y", "b");
    module("one", "c");
    module("ext/d", "d");
    module("ext/@pgpm/e", "pgpm-e");
    module("extensions/f", "f");
    ModuleMap modules = Workspace.find(root).modules();
    assertEquals(Set.of("a", "b", "c", "d", "pgpm-e"), modules.names());
    assertEquals(root.resolve("ext/@pgpm/e"), modules.find("pgpm-e").orElseThrow().directory());
    assertEquals(Optional.empty(), modules.find("f"));
    assertTrue(modules.has("a"));
    assertFalse(modules.has("f"));
    assertEquals(5, modules.all().size());
  }

  @Test
  void aBrokenModuleFailsOnlyWhoAsksForIt() throws IOException {
    Workspace workspace = Workspace.init(root);
    module("packages/a", "a");
    module("packages/b", "b");
    module("extensions/b", "b");
    Files.writeString(module("packages/c", "c").resolve("c.control"), "requires = 'x");
    ModuleMap modules = workspace.modules();
    assertTrue(modules.find("a").isPresent());
    Failure failure = assertFails("module-duplicate", () -> modules.find("b"));
    assertTrue(failure.getMessage().contains(root.resolve("extensions/b").toString()));
    assertFails("control-malformed", () -> modules.find("c"));
  }

  @Test
  void aPlanOfAnotherProjectIsRefused() throws IOException {
    Path directory = module("packages/a", "a");
    assertFails("file-missing", () -> new Module("a", directory).plan());
    Files.writeString(directory.resolve("pgpm.plan"), "%project=b\n");
    assertFails("plan-other-project", () -> new Module("a", directory).plan());
  }

  @Test
  void warnsAboutAnOutputFolderThatGlobsDoNotCover() {
    Workspace workspace = new Workspace(root, List.of("packages/*", "./x/**"), "extensions");
    for (String covered : List.of("packages", "x/y/z", "extensions", "extensions/@pgpm")) {
      assertEquals(Optional.empty(), workspace.coverageWarning(root.resolve(covered)), covered);
    }
    String warning = workspace.coverageWarning(root.resolve("out")).orElseThrow();
    assertTrue(warning.contains("\"out/*\""), warning);
    assertTrue(workspace.coverageWarning(root.resolveSibling("other")).isPresent());
  }

  private Path module(String path, String name) throws IOException {
    Path directory = Files.createDirectories(root.resolve(path));
    Files.writeString(directory.resolve(name + ".control"), "requires = 'plpgsql'\n");
    return directory;
  }
}
