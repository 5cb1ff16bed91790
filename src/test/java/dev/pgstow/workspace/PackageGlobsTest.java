package dev.pgstow.workspace;

import static dev.pgstow.workspace.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageGlobsTest {
  @TempDir Path root;

  @BeforeEach
  void folders() throws IOException {
    for (String folder :
        List.of("p/a/x/y", "p/[c", "p/b", "p/.hidden", "p/node_modules/m", "q", "deep/1/2/3")) {
      Files.createDirectories(root.resolve(folder));
    }
    Files.writeString(root.resolve("p/file"), "");
  }

  private List<String> folders(String... globs) {
    return new PackageGlobs(root, List.of(globs))
        .folders().stream().map(it -> root.relativize(it).toString()).toList();
  }

  @Test
  void aStarMatchesVisibleFoldersByName() {
    assertEquals(List.of("p/[c", "p/a", "p/b"), folders("p/*"));
    assertEquals(List.of("p/a", "p/b"), folders("p/?"));
    assertEquals(List.of("p/b", "q"), folders("{p,q}/b", "[q]"));
    assertEquals(List.of("p/a/x"), folders("*/*/x"));
    assertEquals(List.of(), folders("p/*x*"));
  }

  @Test
  void aPlainNameMatchesAFolderThatIsThereBeItHidden() {
    assertEquals(
        List.of("p/a", "p/.hidden", "p/node_modules"),
        folders("p/a", "p/.hidden", "p/node_modules"));
    assertEquals(List.of(), folders("p/missing", "p/file", "missing/*"));
  }

  @Test
  void dotsAndSlashesBesideSegmentsMeanNothing() {
    assertEquals(List.of("p/a"), folders("./p//a/"));
    assertEquals(List.of(""), folders("."));
  }

  @Test
  void twoStarsMatchTheFolderAndAllBelowIt() {
    assertEquals(List.of("deep", "deep/1", "deep/1/2", "deep/1/2/3"), folders("deep/**"));
    assertEquals(List.of("deep/1/2"), folders("deep/**/2"));
  }

  @Test
  void twoStarsGoEightFoldersDown() throws IOException {
    Files.createDirectories(root.resolve("d/1/2/3/4/5/6/7/8/9/10"));
    List<String> found = folders("d/**");
    assertEquals(9, found.size());
    assertEquals("d/1/2/3/4/5/6/7/8", found.get(8));
  }

  @Test
  void anExclamationMarkTakesOut() {
    assertEquals(List.of("p/[c", "p/b"), folders("p/*", "!p/a"));
    assertEquals(List.of("p/a"), folders("!p/a", "p/a"));
  }

  @Test
  void aFolderIsGivenOnceInTheOrderOfTheGlobs() {
    assertEquals(List.of("q", "p/b", "p/[c", "p/a"), folders("q", "p/b", "p/*"));
  }

  @Test
  void aGlobThatIsNoneIsAName() {
    assertEquals(List.of("p/[c"), folders("p/[c"));
  }

  @Test
  void aFolderThatCannotBeListedIsNamed() {
    AccessDeniedException denied = new AccessDeniedException("p");
    assertFails("permission-denied", refusing("p", denied, "p/*")::folders);
    assertFails("permission-denied", refusing("p", denied, "p/**")::folders);
    assertFails("permission-denied", refusing("x", denied, "p/a/x/*")::folders);
  }

  @Test
  void aMatchingFolderThatMustNotBeListedHasNone() {
    AccessDeniedException denied = new AccessDeniedException("a");
    assertEquals(List.of("p/[c", "p/a", "p/b"), names(refusing("a", denied, "p/*")));
    assertEquals(List.of(), names(refusing("a", denied, "p/*/*")));
    assertEquals(List.of(), names(refusing("x", denied, "p/*/x/*")));
    assertEquals(List.of("p", "p/[c", "p/a", "p/b"), names(refusing("a", denied, "p/**")));
    FileSystemException broken = new FileSystemException("a", null, "Input/output error");
    assertFails("disk-error", refusing("a", broken, "p/*/*")::folders);
  }

  private PackageGlobs refusing(String folder, IOException error, String glob) {
    FaultyDisk disk =
        new FaultyDisk(
            (operation, path) -> {
              if (operation.equals("list") && path.endsWith(folder)) {
                throw error;
              }
            });
    return new PackageGlobs(disk.at(root), List.of(glob));
  }

  private List<String> names(PackageGlobs globs) {
    return globs.folders().stream()
        .map(it -> root.relativize(Path.of("" + it)).toString())
        .toList();
  }
}
