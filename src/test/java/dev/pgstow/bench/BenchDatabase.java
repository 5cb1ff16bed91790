package dev.pgstow.bench;

import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A Constructive server's database of a chosen size. Closing drops it. */
public record BenchDatabase(TestServer server, String name) implements AutoCloseable {

  public static BenchDatabase create(TestServer server, int actions, int fields, int schemas)
      throws IOException {
    String name = server.createDatabase();
    try (InputStream script = BenchDatabase.class.getResourceAsStream("bench.sql")) {
      server.execute(name, new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
    server.execute(name, "SELECT public.fill(" + actions + ", " + fields + ", " + schemas + ")");
    server.execute(name, "VACUUM ANALYZE");
    return new BenchDatabase(server, name);
  }

  @Override
  public void close() {
    server.dropDatabase(name);
  }
}
