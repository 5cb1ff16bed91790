package dev.pgstow.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.pgstow.failure.Failure;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {

  @Test
  void aServerDoesNotOutliveAKilledProcess() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Starter.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      int port = Integer.parseInt(Objects.requireNonNull(output.readLine()));
      Path data = Path.of(Objects.requireNonNull(output.readLine()));
      Databases databases =
          new Databases(TestSettings.of("host=localhost user=postgres port=" + port));
      databases.connect("postgres").close();

      child.destroyForcibly().waitFor();

      assertTimeoutPreemptively(
          Duration.ofSeconds(30),
          () -> {
            while (answers(databases) || Files.exists(data)) {
              Thread.sleep(50);
            }
          });
      Failure failure = assertThrows(Failure.class, () -> databases.connect("postgres"));
      assertEquals("connection-refused", failure.ident());
    } finally {
      child.destroyForcibly();
    }
  }

  private static boolean answers(Databases databases) {
    try {
      databases.connect("postgres").close();
      return true;
    } catch (Failure e) {
      return false;
    }
  }

  /** Starts a server, says where it is, and waits to be killed. */
  static final class Starter {
    private Starter() {}

    public static void main(String[] args) throws IOException, SQLException {
      EmbeddedPostgres server = EmbeddedPostgres.start(Map.of("fsync", "off"));
      ConnectionSettings settings =
          TestSettings.of("host=localhost user=postgres port=" + server.port());
      try (Session session = new Databases(settings).connect("postgres");
          Statement statement = session.connection().createStatement();
          ResultSet row = statement.executeQuery("SHOW data_directory")) {
        row.next();
        System.out.println(server.port());
        System.out.println(new File(row.getString(1)));
      }
      // Blocks until the parent is gone too, should it die first.
      while (System.in.read() >= 0) {
        continue;
      }
      server.close();
    }
  }
}
