package dev.pgstow.testing;

import dev.pgstow.postgres.ConnectionFlags;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.Secret;
import dev.pgstow.postgres.Session;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Sessions of the shared server. */
public final class TestSessions {
  private TestSessions() {}

  /** A superuser's session; the caller closes it. */
  public static Session open(String database) {
    TestServer server = TestServer.shared();
    return open(database, server.user, server.password);
  }

  /** A role's session; the caller closes it. */
  public static Session open(String database, String user, String password) {
    TestServer server = TestServer.shared();
    return databases(server.host, server.port, user, password).connect(database);
  }

  /** A session with whatever database of a server; for a JVM that has no server of its own. */
  public static Session first(String host, int port, String user, String password) {
    return databases(host, port, user, password).connectToAny();
  }

  /** The databases of a server, as its superuser. */
  public static Databases databases(TestServer server) {
    return databases(server.host, server.port, server.user, server.password);
  }

  /** The databases of a server, as a role. */
  public static Databases databases(String host, int port, String user, String password) {
    return new Databases(settings(host, port, user, password));
  }

  /** What leads to a server, as its superuser. */
  public static ConnectionSettings settings(TestServer server) {
    return settings(server.host, server.port, server.user, server.password);
  }

  private static ConnectionSettings settings(String host, int port, String user, String password) {
    return ConnectionSettings.resolve(
            ConnectionFlags.url("host=%s port=%d user=%s".formatted(host, port, user)),
            Map.of(),
            Path.of("no-such-home"),
            "nobody")
        .withPassword(Optional.of(password).filter(p -> !p.isEmpty()).map(Secret::new));
  }
}
