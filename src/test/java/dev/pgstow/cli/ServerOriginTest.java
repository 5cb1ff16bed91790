package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pgstow.postgres.ConnectionFlags;
import dev.pgstow.postgres.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The flags that lead to a server again. */
class ServerOriginTest {
  @TempDir Path home;

  private ConnectionSettings settings(ConnectionFlags flags) {
    return ConnectionSettings.resolve(flags, Map.of("PGAPPNAME", "of-environment"), home, "tester");
  }

  private List<String> words(ConnectionSettings settings) {
    List<String> words = new ArrayList<>();
    new ServerOrigin(settings).describe(words, "shop");
    return words;
  }

  @Test
  void withoutAUrlThereAreOnlyFlags() {
    assertEquals(
        List.of("--host", "localhost", "--port", "5432", "--user", "tester", "--database", "shop"),
        words(settings(ConnectionFlags.none())));
  }

  @Test
  void whatOnlyTheUrlSaidIsSaidAgainButNoSecret() throws IOException {
    Files.writeString(home.resolve(".pg_service.conf"), "[prod]\nuser=of-service\n");
    ConnectionSettings given =
        settings(
            ConnectionFlags.url(
                "postgresql://ada:hush@a:1,b/x?sslmode=require&sslrootcert=/my%20ca.pem"
                    + "&options=-c%20a%3Db+c&sslpassword=hush&service=prod"));
    List<String> words = words(given);
    assertEquals(
        List.of(
            "--url",
            "postgresql://?options=-c%20a%3Db%2Bc&service=prod&sslrootcert=/my%20ca.pem",
            "--host",
            "a,b",
            "--port",
            "1,5432",
            "--user",
            "ada",
            "--sslmode",
            "require",
            "--database",
            "shop"),
        words);
    assertFalse(words.toString().contains("hush"));
    ConnectionSettings again =
        settings(
            new ConnectionFlags(
                Optional.of(words.get(1)),
                Optional.of("a,b"),
                Optional.of("1,5432"),
                Optional.of("ada"),
                Optional.of("shop"),
                Optional.of("require")));
    assertEquals(given.hosts(), again.hosts());
    assertEquals(given.user(), again.user());
    assertEquals("-c a=b+c", again.parameters().get("options"));
    assertEquals("/my ca.pem", again.parameters().get("sslrootcert"));
  }
}
