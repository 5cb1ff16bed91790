package dev.pgstow.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskFileMakerTest {
  @TempDir Path temp;
  private final FileMaker maker = new DiskFileMaker();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 200_000})
  void aFileOfAnySizeIsMadeWithAllAboveIt(int size) throws IOException {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    for (String name : new String[] {"a/b/c", "a/b/d", "a/e", "f"}) {
      maker.make(temp.resolve(name), content);
      assertArrayEquals(content, Files.readAllBytes(temp.resolve(name)));
    }
  }

  @Test
  void nothingIsReplaced() throws IOException {
    byte[] content = {1};
    maker.make(temp.resolve("a"), content);
    assertThrows(
        FileAlreadyExistsException.class, () -> maker.make(temp.resolve("a"), new byte[0]));
    assertThrows(
        FileAlreadyExistsException.class, () -> maker.make(temp.resolve("a/b"), new byte[0]));
    assertArrayEquals(content, Files.readAllBytes(temp.resolve("a")));
  }

  @Test
  void aFolderIsMadeOnce() throws IOException {
    int[] made = {0};
    FaultyDisk disk =
        new FaultyDisk((operation, path) -> made[0] += operation.equals("mkdir") ? 1 : 0);
    for (int i = 0; i < 5; i++) {
      maker.make(disk.at(temp.resolve("a/f" + i)), new byte[0]);
    }
    assertEquals(1, made[0]);
  }
}
