package dev.pgstow.demo;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.EmbeddedPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * An embedded PostgreSQL server with the sample in it. No password, reachable from this machine
 * only; gone once closed. The caller closes it.
 */
public final class DemoServer implements AutoCloseable {
  private final EmbeddedPostgres server;

  private DemoServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Starts the server and loads the sample; a few seconds.
   *
   * @throws Failure {@code embedded-server} if it can't be started, {@code demo-load} if the sample
   *     can't be loaded
   */
  public static DemoServer start() {
    // Nothing here needs to survive a power cut.
    EmbeddedPostgres server =
        EmbeddedPostgres.start(Map.of("fsync", "off", "full_page_writes", "off"));
    DemoServer demo = new DemoServer(server);
    try {
      SampleServer.load(
          database -> DriverManager.getConnection(demo.jdbcUrl(database), server.user(), ""));
      return demo;
    } catch (SQLException | RuntimeException e) {
      demo.close();
      throw Failure.failed(
          "demo-load",
          "The sample could not be loaded into the embedded server: " + e.getMessage(),
          "Please report this; the sample is part of pgstow.",
          e);
    }
  }

  /** The host to connect to. */
  public String host() {
    return server.host();
  }

  /** The port on the loopback address. */
  public int port() {
    return server.port();
  }

  /** The superuser. */
  public String user() {
    return server.user();
  }

  /** The server as a URL without a database, so that a first question still asks for one. */
  public String connectionUrl() {
    return "postgresql://" + user() + "@" + host() + ":" + port();
  }

  /** A database of the server as a URL, such as {@link SampleServer#CONSTRUCTIVE}. */
  public String connectionUrl(String database) {
    return connectionUrl() + "/" + database;
  }

  /** Stops the server and removes its data. */
  @Override
  public void close() {
    server.close();
  }

  private String jdbcUrl(String database) {
    return "jdbc:postgresql://" + host() + ":" + port() + "/" + database;
  }
}
