package dev.pgstow.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldScriptsTest {
  @TempDir Path temp;
  private Path directory;
  private Path fresh;
  private final KnownFiles generated = new KnownFiles();

  @BeforeEach
  void modules() throws IOException {
    directory = temp.resolve("there");
    fresh = temp.resolve("fresh");
    old("deploy/replaced.sql");
    old("deploy/gone.sql");
    old("deploy/file");
    old("deploy/folder/mine.sql");
    old("verify/x/mine.sql");
    old("sql/other.sql");
    staged("deploy/replaced.sql");
    staged("deploy/file/below.sql");
    staged("deploy/folder");
    generated.add("deploy/replaced.sql", "");
    generated.add("deploy/gone.sql", "");
  }

  private void old(String path) throws IOException {
    write(directory.resolve(path), "old");
  }

  private void staged(String path) throws IOException {
    write(fresh.resolve(path), "new");
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private Map<String, String> fates(boolean originKnown) throws IOException {
    Map<String, String> fates = new TreeMap<>();
    new OldScripts(directory, fresh, generated, originKnown)
        .forEach(
            new OldScripts.Visitor() {
              @Override
              public void kept(Path file, String path) {
                fates.put(path, "kept");
              }

              @Override
              public void gone(Path file, String path, boolean made) {
                fates.put(path, made ? "gone" : "lost");
              }
            });
    return fates;
  }

  @Test
  void theUsersAreKeptWhereThereIsRoom() throws IOException {
    assertEquals(
        Map.of(
            "deploy/gone.sql", "gone",
            "deploy/file", "lost",
            "deploy/folder/mine.sql", "lost",
            "verify/x/mine.sql", "kept"),
        fates(true));
  }

  @Test
  void ofUnknownOriginAllGo() throws IOException {
    assertEquals(
        Map.of(
            "deploy/gone.sql", "gone",
            "deploy/file", "gone",
            "deploy/folder/mine.sql", "gone",
            "verify/x/mine.sql", "gone"),
        fates(false));
  }

  @Test
  void theKeptAreCopiedAsTheyAre() throws IOException {
    Path mine = directory.resolve("verify/x/mine.sql");
    Files.setLastModifiedTime(mine, FileTime.fromMillis(1_000_000));
    Files.createSymbolicLink(directory.resolve("verify/link"), Path.of("nowhere"));
    new OldScripts(directory, fresh, generated, true).carry();
    Path copy = fresh.resolve("verify/x/mine.sql");
    assertEquals(1_000_000, Files.getLastModifiedTime(copy).toMillis());
    assertEquals(
        Map.of("", "/", "x", "/", "x/mine.sql", "old", "link", "-> nowhere"),
        Exports.tree(fresh.resolve("verify")));
  }
}
