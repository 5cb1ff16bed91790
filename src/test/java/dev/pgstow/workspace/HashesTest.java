package dev.pgstow.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sums of files, and the list they are kept in. */
class HashesTest {
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  private static final String OF_A_MILLION_A =
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";

  @TempDir Path temp;

  @Test
  void areTheStandardsOfBytesAndFiles() throws IOException {
    byte[] abc = "abc".getBytes(StandardCharsets.UTF_8);
    assertEquals(OF_ABC, Sha256.of(abc));
    assertEquals(OF_ABC, Sha256.of(Files.write(temp.resolve("abc"), abc)));
    Path million = Files.writeString(temp.resolve("million"), "a".repeat(1_000_000));
    assertEquals(OF_A_MILLION_A, Sha256.of(million));
  }

  @Test
  void aFileTellsItsOwnOnceItIsClosed() throws IOException {
    List<String> closed = new ArrayList<>();
    ByteArrayOutputStream file =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed.add("closed");
          }
        };
    List<String> told = new ArrayList<>();
    try (HashingFile hashing = new HashingFile(file, told::add)) {
      hashing.write('a');
      hashing.write("xbcx".getBytes(StandardCharsets.UTF_8), 1, 2);
      assertEquals(List.of(), told);
      hashing.close();
    }
    assertEquals(List.of(OF_ABC), told);
    assertEquals(List.of("closed"), closed);
    assertEquals("abc", file.toString(StandardCharsets.UTF_8));
  }

  @Test
  void areListedInTheOrderTheyCame() throws IOException {
    try (FileList list = new FileList(temp.resolve("list"))) {
      list.add("z é", OF_ABC);
      list.add("a b", OF_A_MILLION_A);
      for (int round = 0; round < 2; round++) {
        List<String> seen = new ArrayList<>();
        list.forEach((path, sha256) -> seen.add(path + "=" + sha256));
        assertEquals(List.of("z é=" + OF_ABC, "a b=" + OF_A_MILLION_A), seen);
      }
    }
    assertEquals(List.of(), OpenFiles.below(temp.toRealPath()));
  }
}
