package dev.pgstow.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void tree() throws IOException {
    root = temp.resolve("root");
    Files.createDirectories(root.resolve("a/b"));
    Files.writeString(root.resolve("a/b/file"), "");
    Files.writeString(root.resolve("file"), "");
  }

  @Test
  void allOfATreeGoesAndNothingElse() throws IOException {
    Path kept = Files.writeString(temp.resolve("kept"), "x");
    Files.createSymbolicLink(root.resolve("a/link"), temp);
    FileTree.delete(root);
    assertFalse(Files.exists(root));
    assertEquals("x", Files.readString(kept));
    FileTree.delete(root);
  }

  @Test
  void filesThatAreAddedMeanwhileGoToo() throws IOException {
    int[] left = {4};
    FaultyDisk disk =
        new FaultyDisk(
            (operation, path) -> {
              if (operation.equals("delete") && path.endsWith("a") && left[0] > 0) {
                Files.writeString(path.resolve("new" + left[0]--), "");
              }
            });
    FileTree.delete(disk.at(root));
    assertEquals(0, left[0]);
    assertFalse(Files.exists(root));
  }

  @Test
  void whoNeverStopsAddingIsGivenUpOn() {
    int[] added = {0};
    FaultyDisk disk =
        new FaultyDisk(
            (operation, path) -> {
              if (operation.equals("delete") && path.endsWith("a")) {
                Files.writeString(path.resolve("new" + added[0]++), "");
              }
            });
    assertThrows(DirectoryNotEmptyException.class, () -> FileTree.delete(disk.at(root)));
    assertEquals(5, added[0]);
  }

  @Test
  void whatAnotherDeletesMeanwhileIsNoError() throws IOException {
    FaultyDisk disk =
        new FaultyDisk(
            (operation, path) -> {
              if (operation.equals("read") && path.endsWith("a")) {
                Files.deleteIfExists(root.resolve("a/b/file"));
                Files.deleteIfExists(root.resolve("a/b"));
                Files.deleteIfExists(root.resolve("a"));
              } else if (operation.equals("delete")) {
                Files.deleteIfExists(path);
              }
            });
    FileTree.delete(disk.at(root));
    assertFalse(Files.exists(root));
  }

  @Test
  void whatCannotBeReadIsAnErrorAndStays() {
    for (String operation : new String[] {"read", "list", "delete"}) {
      IOException denied = new AccessDeniedException("a");
      FaultyDisk disk =
          new FaultyDisk(
              (what, path) -> {
                if (what.equals(operation) && path.endsWith("a/b")) {
                  throw denied;
                }
              });
      assertSame(denied, assertThrows(IOException.class, () -> FileTree.delete(disk.at(root))));
      Map<String, String> left = Exports.tree(root);
      assertEquals("/", left.get("a/b"));
    }
  }
}
