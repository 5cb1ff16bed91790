package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pgstow.failure.Failure;
import dev.pgstow.source.ExportSource;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.TestSessions;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerWorldTest {
  private final TestServer server = TestServer.shared();

  @Test
  void aLostConnectionIsReplacedWhenItIsTriedAgain() throws InterruptedException {
    String database = server.createDatabase();
    try (ServerWorld world =
        new ServerWorld(
            TestSessions.settings(server),
            new GitAuthor(Path.of(""), "tester"),
            (question, answers) -> Optional.empty())) {
      ExportSource source = world.source(database);
      source.roles();
      assertSame(source, world.source(database));
      server.execute(
          "postgres",
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
              + database
              + "'");
      assertEquals("connection-lost", assertThrows(Failure.class, source::roles).ident());
      assertDoesNotThrow(() -> world.source(database).roles());
    } finally {
      server.dropDatabase(database);
    }
  }
}
