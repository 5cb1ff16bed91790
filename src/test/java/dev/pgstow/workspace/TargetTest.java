package dev.pgstow.workspace;

import static dev.pgstow.workspace.Exports.export;
import static dev.pgstow.workspace.Exports.target;
import static dev.pgstow.workspace.Exports.tree;
import static dev.pgstow.workspace.Exports.write;
import static dev.pgstow.workspace.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
  @TempDir Path temp;

  @Test
  void aFileIsNoTarget() throws IOException {
    Files.writeString(temp.resolve("crm"), "x");
    assertRefused("target-not-a-folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"crm", "crm/deploy", "crm/pgpm.plan"})
  void aLinkIsNoTarget(String link) throws IOException {
    Files.createDirectories(temp.resolve("elsewhere"));
    Files.createDirectories(temp.resolve(link).getParent());
    Files.createSymbolicLink(temp.resolve(link), temp.resolve("elsewhere"));
    assertRefused("target-is-link");
  }

  @Test
  void aFolderIsNoPlan() throws IOException {
    Files.createDirectories(temp.resolve("crm/pgpm.plan"));
    assertRefused("target-not-a-file");
  }

  @Test
  void anotherModulesFolderIsNoTarget() throws IOException {
    Files.createDirectories(temp.resolve("crm"));
    Files.writeString(temp.resolve("crm/other.control"), "");
    assertRefused("target-other-module");
  }

  @Test
  void aFileIsNoOutputFolder() throws IOException {
    Files.writeString(temp.resolve("out"), "x");
    for (String outdir : List.of("out", "out/deeper")) {
      assertFails(
          "outdir-not-a-folder", () -> Staging.open(List.of(target(temp.resolve(outdir), "crm"))));
    }
  }

  @Test
  void twoModulesNeedTwoFolders() {
    ModuleTarget one = target(temp, "crm");
    ModuleTarget same = new ModuleTarget("crm", temp.resolve("x/../crm"));
    assertFails("target-twice", () -> Staging.open(List.of(one, same)));
    assertEquals(Map.of("", "/"), tree(temp));
  }

  @Test
  void aBrokenManifestIsNamed() throws IOException {
    export(target(temp, "crm"), "1", "a");
    Files.writeString(temp.resolve("crm/.pgstow.json"), "<<<<<<< HEAD");
    try (Staging staging = Staging.open(List.of(target(temp, "crm")))) {
      write(staging.module(target(temp, "crm")), "2", List.of("a"));
      assertFails("manifest-malformed", staging::preview);
      assertFails("manifest-malformed", staging::commit);
    }
    assertEquals("-- deploy a 1", tree(temp).get("crm/deploy/a.sql"));
  }

  @ParameterizedTest
  @CsvSource({
    "No space left on device,disk-full",
    "Disk quota exceeded,disk-full",
    "Read-only file system,disk-read-only",
    "Permission denied,permission-denied",
    "Too many open files,too-many-open-files",
    "File name too long,name-too-long",
    "Input/output error,disk-error"
  })
  void errorsOfTheDiskAreNamedAndLeaveNothing(String reason, String ident) throws IOException {
    ModuleTarget crm = target(temp, "crm");
    export(crm, "1", "a");
    Map<String, String> before = tree(temp);
    AtomicInteger count = new AtomicInteger();
    FileMaker failing =
        (file, content) -> {
          if (count.incrementAndGet() == 7) {
            throw new FileSystemException(file.toString(), null, reason);
          }
          new DiskFileMaker().make(file, content);
        };
    StagingSettings settings =
        new StagingSettings(2, () -> failing, new DiskDurability(), SwapHook.NONE);
    try (Staging staging = Staging.open(List.of(crm), settings)) {
      String message =
          assertFails(
                  ident,
                  () -> {
                    write(staging.module(crm), "2", List.of("a", "b", "c", "d"));
                    staging.commit();
                  })
              .getMessage();
      assertTrue(message.contains(crm.directory().toString()), message);
    }
    assertEquals(before, tree(temp));
  }

  @Test
  void aDeniedFolderIsPermissionDenied() {
    IOException denied = new AccessDeniedException("x");
    assertEquals("permission-denied", DiskFailure.of(denied, "write", temp).ident());
  }

  @Test
  void aSwapThatFailsHalfwayIsTakenBack() throws IOException {
    ModuleTarget crm = target(temp, "crm");
    ModuleTarget svc = target(temp.resolve("more"), "svc");
    export(crm, "1", "a");
    export(svc, "1", "a");
    Map<String, String> before = tree(temp);
    for (String blocked : List.of("crm/revert", "svc/verify")) {
      SwapHook failing =
          step -> {
            if (step.startsWith("rename") && step.endsWith(blocked)) {
              throw new IOException("broken");
            }
          };
      StagingSettings settings = Exports.quick(failing);
      try (Staging staging = Staging.open(List.of(crm, svc), settings)) {
        write(staging.module(crm), "2", List.of("a", "b"));
        write(staging.module(svc), "2", List.of("a", "b"));
        assertFails("disk-error", staging::commit);
      }
      assertEquals(before, tree(temp), blocked);
    }
  }

  private void assertRefused(String ident) {
    Map<String, String> before = tree(temp);
    assertFails(ident, () -> Staging.open(List.of(target(temp, "crm"))));
    assertEquals(before, tree(temp));
  }
}
