package dev.pgstow.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {
  @TempDir Path folder;
  private final List<String> warnings = new ArrayList<>();

  @Test
  void theFirstLineThatFitsWins() throws IOException {
    PasswordFile file =
        write(
            "# h:1:d:u:comment\r\n"
                + "short:line\n"
                + "h:1:d:u:one\r\n"
                + "h:*:*:u:two\n"
                + "*:*:*:*:three\n");
    assertEquals(Optional.of("one"), find(file, "h", 1, "d", "u"));
    assertEquals(Optional.of("two"), find(file, "h", 2, "d", "u"));
    assertEquals(Optional.of("three"), find(file, "h", 2, "d", "v"));
    assertEquals(List.of(), warnings);
  }

  @Test
  void nothingFits() throws IOException {
    assertEquals(Optional.empty(), find(write("h:1:d:u:p"), "h", 1, "d", "v"));
  }

  @Test
  void backslashesEscape() throws IOException {
    PasswordFile file = write("\\:\\:1:5432:a\\\\b:\\*:p\\:w\\\\:x");
    assertEquals(Optional.of("p:w\\:x"), find(file, "::1", 5432, "a\\b", "*"));
    assertEquals(Optional.empty(), find(file, "::1", 5432, "a\\b", "anybody"));
  }

  @Test
  void localhostStandsForTheDefaultSocketFolders() throws IOException {
    PasswordFile file = write("localhost:*:*:*:p\n/srv:*:*:*:q");
    assertEquals(Optional.of("p"), find(file, "/tmp", 1, "d", "u"));
    assertEquals(Optional.of("p"), find(file, "/var/run/postgresql", 1, "d", "u"));
    assertEquals(Optional.of("q"), find(file, "/srv", 1, "d", "u"));
  }

  @Test
  void aFileOthersMayReadIsNotUsed() throws IOException {
    Path path = folder.resolve("open");
    Files.writeString(path, "*:*:*:*:geheim");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
    PasswordFile file = PasswordFile.read(path, warnings);
    assertEquals(Optional.empty(), find(file, "h", 1, "d", "u"));
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).contains("0600"));
    assertFalse(warnings.get(0).contains("geheim"));
  }

  @Test
  void aFolderIsNotUsedAndAMissingFileIsFine() {
    PasswordFile.read(folder.resolve("missing"), warnings);
    assertEquals(List.of(), warnings);
    PasswordFile.read(folder, warnings);
    assertTrue(warnings.get(0).contains("not a plain file"));
  }

  @Test
  void thePasswordsAreNotShown() throws IOException {
    assertFalse(write("*:*:*:*:geheim").toString().contains("geheim"));
  }

  private PasswordFile write(String text) throws IOException {
    Path path = folder.resolve("pgpass");
    Files.writeString(path, text);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    return PasswordFile.read(path, warnings);
  }

  private static Optional<String> find(
      PasswordFile file, String host, int port, String database, String user) {
    return file.find(new HostPort(host, port), database, user).map(Secret::reveal);
  }
}
