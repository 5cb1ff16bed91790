package dev.pgstow.workspace;

import static dev.pgstow.workspace.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
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

  @Test
  void aFolderNamesItsGlobInAWarning() {
    Workspace workspace = new Workspace(root, List.of("mods/x", "[", "./lib/*/"), "ext");
    assertTrue(warning(workspace, "").contains("don't cover the workspace's own folder."));
    assertTrue(warning(workspace, "").contains("Add \"*\" to"));
    assertTrue(warning(workspace, "a/b").contains("don't cover a/b/."));
    assertTrue(warning(workspace, "a/b").contains("Add \"a/b/*\" to"));
    assertTrue(warning(workspace, "lib/x").contains("don't cover lib/x/."));
    for (String covered : List.of("lib", "ext", "ext/@a")) {
      assertEquals(Optional.empty(), workspace.coverageWarning(root.resolve(covered)), covered);
    }
    String outside = workspace.coverageWarning(root.resolveSibling("other")).orElseThrow();
    assertTrue(outside.contains("lies outside the workspace " + root), outside);
  }

  private String warning(Workspace workspace, String folder) {
    return workspace.coverageWarning(root.resolve(folder)).orElseThrow();
  }

  @Test
  void whatTheFileDoesNotSayIsPgpmsDefault() throws IOException {
    Workspace made = Workspace.init(root.resolve("w"));
    assertEquals(
        new Workspace(root.resolve("w"), List.of("packages/*", "extensions/*"), "extensions"),
        made);
    assertEquals(made, Workspace.find(root.resolve("w")));
    for (String text : List.of("{}", "{\"packages\": [\"packages/*\", \"extensions/*\"]}")) {
      Files.writeString(root.resolve("w/pgpm.json"), text);
      assertEquals(made, Workspace.find(root.resolve("w")));
    }
    Files.writeString(root.resolve("w/pgpm.json"), "{\"packages\": []}");
    assertEquals(List.of(), Workspace.find(root.resolve("w")).packages());
    Files.writeString(root.resolve("w/pgpm.json"), "{\"packages\": [\" \"]}");
    assertFails("workspace-invalid", () -> Workspace.find(root.resolve("w")));
  }

  @Test
  void whatIsNoJsonIsToldWithItsLine() throws IOException {
    Files.writeString(root.resolve("pgpm.json"), "{\n\"packages\": [\n");
    String message = assertFails("workspace-invalid", () -> Workspace.find(root)).getMessage();
    assertTrue(message.contains("it is not valid JSON: Unexpected end-of-input"), message);
    assertTrue(message.endsWith(" (line 3)."), message);
  }

  @Test
  void isNotMadeWhereAScriptOrAFileIs() throws IOException {
    Files.writeString(root.resolve("pgpm.config.js"), "");
    String message = assertFails("workspace-exists", () -> Workspace.init(root)).getMessage();
    assertTrue(message.endsWith(" is a workspace already."), message);
    assertFalse(Files.exists(root.resolve("pgpm.json")));
    Path file = Files.writeString(root.resolve("file"), "");
    message = assertFails("workspace-exists", () -> Workspace.init(file)).getMessage();
    assertTrue(message.endsWith(" is a file, not a folder."), message);
  }

  @Test
  void isNotMadeWhereTheDiskRefuses() {
    FaultyDisk disk =
        new FaultyDisk(
            (operation, path) -> {
              if (operation.equals("open")) {
                throw new AccessDeniedException(path.toString());
              }
            });
    assertFails("permission-denied", () -> Workspace.init(disk.at(root)));
  }

  @Test
  void onlyFilesWithANameAreControlFiles() throws IOException {
    Workspace workspace = Workspace.init(root);
    Path folder = module("packages/a", "a");
    Files.writeString(folder.resolve(".control"), "");
    Files.createDirectories(folder.resolve("folder.control"));
    assertEquals(Set.of("a"), workspace.modules().names());
  }

  @Test
  void aFolderThatMustNotBeReadFailsNobodyWhoAsksForAnother() throws IOException {
    Workspace.init(root);
    module("packages/a", "a");
    module("packages/b", "b");
    assertEquals(Set.of("b"), refusing(new AccessDeniedException("a")).modules().names());
    Workspace broken = refusing(new FileSystemException("a", null, "Input/output error"));
    assertFails("disk-error", broken::modules);
  }

  private Workspace refusing(IOException error) {
    FaultyDisk disk =
        new FaultyDisk(
            (operation, path) -> {
              if (operation.equals("list") && path.endsWith("a")) {
                throw error;
              }
            });
    return Workspace.find(disk.at(root));
  }

  private Path module(String path, String name) throws IOException {
    Path directory = Files.createDirectories(root.resolve(path));
    Files.writeString(directory.resolve(name + ".control"), "requires = 'plpgsql'\n");
    return directory;
  }
}
