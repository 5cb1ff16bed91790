package dev.pgstow.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFolderTest {
  @TempDir Path folder;

  private void files(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
  }

  private String fails(Path source) {
    return assertThrows(Failure.class, () -> SourceFolder.of(source)).ident();
  }

  @Test
  void holdsTheFilesOfSqlSortedWithoutHiddenOnesAndLinks() throws IOException {
    files("b.sql", "a/z.sql", "a/.git/x.sql", ".hidden.sql", "load.sql", "notes.md");
    Files.createSymbolicLink(folder.resolve("link.sql"), folder.resolve("b.sql"));
    SourceFolder source = SourceFolder.of(folder);
    assertEquals(Stream.of("a/z.sql", "b.sql").map(folder::resolve).toList(), source.loose());
    assertEquals(List.of(), source.ordered());
  }

  @Test
  void theFolderItselfMayBeALink() throws IOException {
    Files.createDirectory(folder.resolve("real"));
    files("real/a.sql", "real/_pulled/b.sql");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
    assertEquals(
        Stream.of("_pulled/b.sql", "a.sql").map(link::resolve).toList(),
        SourceFolder.of(link).loose());
  }

  @Test
  void noneOrAnEmptyOneIsNamed() throws IOException {
    assertEquals("source-not-found", fails(folder.resolve("none")));
    assertEquals("source-empty", fails(folder));
    files("notes.md");
    assertEquals("source-empty", fails(folder));
    assertEquals(List.of(), SourceFolder.scripts(folder.resolve("none")));
  }
}
