package dev.pgstow.postgres;

import dev.pgstow.testing.TestServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Settings that lead to test servers. */
final class TestSettings {
  private TestSettings() {}

  /** The superuser's, of the shared server. */
  static ConnectionSettings shared() {
    TestServer server = TestServer.shared();
    return of("host=%s port=%d user=%s".formatted(server.host, server.port, server.user))
        .withPassword(Optional.of(server.password).filter(p -> !p.isEmpty()).map(Secret::new));
  }

  /** From keywords and values, and nothing of this machine. */
  static ConnectionSettings of(String keywords) {
    return ConnectionSettings.resolve(
        ConnectionFlags.url(keywords), Map.of(), Path.of("no-such-home"), "nobody");
  }

  /** A session of the shared server. */
  static Session session(String database) {
    return new Databases(shared()).connect(database);
  }
}
