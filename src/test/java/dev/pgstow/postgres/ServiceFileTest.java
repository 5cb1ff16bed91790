package dev.pgstow.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceFileTest {
  @TempDir Path folder;

  @Test
  void theUsersFileComesBeforeTheSystems() throws IOException {
    Path own = write("own", "[a]\nhost=own\n");
    Path system = write("pg_service.conf", "[a]\nhost=system\n[b]\nhost=b\npassword=p=q\n");
    assertEquals("{HOST=own}", ServiceFile.find("a", List.of(own, system)).toString());
    Map<String, String> env = new HashMap<>();
    env.put("PGSERVICEFILE", own.toString());
    env.put("PGSYSCONFDIR", folder.toString());
    env.put("PGSERVICE", "b");
    ConnectionSettings settings =
        ConnectionSettings.resolve(ConnectionFlags.none(), env, folder, "me");
    assertEquals("b", settings.hosts().get(0).host());
    assertEquals("p=q", settings.password().orElseThrow().reveal());
  }

  @Test
  void aMissingServiceNamesTheFilesLookedAt() throws IOException {
    Path file = write("own", "[a]\n");
    Failure failure =
        assertThrows(
            Failure.class, () -> ServiceFile.find("b", List.of(file, folder.resolve("missing"))));
    assertEquals("service-not-found", failure.ident());
    assertEquals(ExitCode.USAGE, failure.exitCode());
    assertTrue(failure.hint().contains("missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"geheim", "host = geheim", "what=geheim", "service=geheim"})
  void aBadLineIsNamedByItsNumberWithoutItsValue(String line) throws IOException {
    Path file = write("own", "[a]\nport=1\n" + line + "\n");
    Failure failure = assertThrows(Failure.class, () -> ServiceFile.find("a", List.of(file)));
    assertEquals("bad-service-file", failure.ident());
    assertTrue(failure.getMessage().contains("Line 3"), failure.getMessage());
    assertFalse(failure.getMessage().contains("geheim"), failure.getMessage());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
