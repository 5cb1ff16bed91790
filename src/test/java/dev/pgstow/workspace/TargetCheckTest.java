package dev.pgstow.workspace;

import static dev.pgstow.workspace.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetCheckTest {
  @TempDir Path temp;
  private Path module;

  @BeforeEach
  void module() throws IOException {
    module = temp.resolve("crm");
  }

  private TargetCheck check() {
    return new TargetCheck(module, "crm");
  }

  @Test
  void whatIsNotThereIsInNobodysWay() throws IOException {
    check().shape();
    check().permissions();
  }

  @Test
  void aModuleAndAnEmptyFolderAreTargets() throws IOException {
    Files.createDirectories(module.resolve("deploy"));
    check().shape();
    Files.writeString(module.resolve("other.sql"), "");
    Files.writeString(module.resolve("pgpm.plan"), "");
    check().shape();
    Files.writeString(module.resolve("crm.control"), "");
    Files.writeString(module.resolve("older.control"), "");
    check().shape();
    check().permissions();
  }

  @ParameterizedTest
  @ValueSource(strings = {"deploy", "revert", "verify"})
  void aFileIsNoScriptFolder(String folder) throws IOException {
    Files.createDirectories(module);
    Files.writeString(module.resolve(folder), "");
    assertNamed("target-not-a-folder", module.resolve(folder) + " is a file; a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pgpm.plan", "crm.control", ".pgstow.json"})
  void aFolderOrALinkIsNoFileOfAModule(String file) throws IOException {
    Path folder = Files.createDirectories(module.resolve(file));
    assertNamed("target-not-a-file", folder + " is no file.");
    Files.delete(folder);
    Files.createSymbolicLink(folder, temp);
    assertNamed("target-is-link", folder + " is a link.");
  }

  private void assertNamed(String ident, String start) {
    String message = assertFails(ident, () -> check().shape()).getMessage();
    assertTrue(message.startsWith(start), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"crm", "crm/deploy", "crm/verify"})
  void aFolderThatCannotBeWrittenToIsRefusedBeforeAnythingIsSwapped(String denied)
      throws IOException {
    Files.createDirectories(module.resolve("deploy"));
    Files.createDirectories(module.resolve("verify"));
    FaultyDisk disk =
        new FaultyDisk(
            (operation, path) -> {
              if (operation.equals("access") && path.equals(temp.resolve(denied))) {
                throw new AccessDeniedException(path.toString());
              }
            });
    String message =
        assertFails(
                "permission-denied", () -> new TargetCheck(disk.at(module), "crm").permissions())
            .getMessage();
    assertTrue(message.contains(temp.resolve(denied) + ":"), message);
  }

  @Test
  void aModuleThatIsAMountPointIsRefused() throws IOException {
    Files.createDirectories(module);
    FaultyDisk disk = new FaultyDisk((operation, path) -> {});
    new TargetCheck(disk.at(module), "crm").permissions();
    disk.mounts.put(module, new OtherDisk());
    assertFails("target-is-mount", () -> new TargetCheck(disk.at(module), "crm").permissions());
  }
}
