package dev.pgstow.testing;

import dev.pgstow.postgres.EmbeddedPostgres;
import dev.pgstow.postgres.ServerBinaries;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.containers.PostgreSQLContainer;

/**
 * The PostgreSQL server integration tests talk to, one for the whole run: embedded by default;
 * {@code PGSTOW_TEST_PG=testcontainers} or {@code
 * PGSTOW_TEST_PG=postgresql://user:password@host:port/db} switches.
 */
public final class TestServer {
  private static final AtomicInteger COUNTER = new AtomicInteger();
  private static final Map<String, String> SETTINGS =
      Map.of(
          "fsync",
          "off",
          "full_page_writes",
          "off",
          "autovacuum",
          "off",
          "max_connections",
          "60",
          "max_locks_per_transaction",
          "512");
  private static final Map<Integer, TestServer> MAJORS = new HashMap<>();

  public final String host;
  public final int port;
  public final String user;
  public final String password;

  private TestServer(String host, int port, String user, String password) {
    this.host = host;
    this.port = port;
    this.user = user;
    this.password = password;
  }

  /** The server, started on first use and stopped with the JVM. */
  public static TestServer shared() {
    return Holder.SERVER;
  }

  /** The embedded server of a major version, started on first use and stopped with the JVM. */
  public static TestServer shared(int major) {
    synchronized (MAJORS) {
      return MAJORS.computeIfAbsent(
          major,
          wanted -> embedded(EmbeddedPostgres.start(wanted, ServerBinaries.installed(), SETTINGS)));
    }
  }

  /** Creates a database with a fresh name, from a template or empty; returns the name. */
  public String createDatabase(String template) {
    String name = "t_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
    try (Connection admin = connect("postgres");
        Statement statement = admin.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return name;
  }

  /** An empty database. */
  public String createDatabase() {
    return createDatabase("template0");
  }

  /** Drops a database, and whoever is connected to it. */
  public void dropDatabase(String name) {
    try (Connection admin = connect("postgres");
        Statement statement = admin.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A superuser's connection. */
  public Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    return DriverManager.getConnection(
        "jdbc:postgresql://" + host + ":" + port + "/" + database, properties);
  }

  /** Runs a script as superuser, as one multi-statement query. */
  public void execute(String database, String sql) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TestServer start() {
    String choice = System.getenv().getOrDefault("PGSTOW_TEST_PG", "embedded");
    if (choice.equals("testcontainers")) {
      PostgreSQLContainer<?> container = new PostgreSQLContainer<>("postgres:17");
      container.start();
      return new TestServer(
          container.getHost(),
          container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
          container.getUsername(),
          container.getPassword());
    }
    if (!choice.equals("embedded")) {
      URI uri = URI.create(choice);
      String[] who = uri.getUserInfo().split(":", 2);
      return new TestServer(
          uri.getHost(),
          uri.getPort() < 0 ? 5432 : uri.getPort(),
          who[0],
          who.length > 1 ? who[1] : "");
    }
    return embedded(EmbeddedPostgres.start(SETTINGS));
  }

  private static TestServer embedded(EmbeddedPostgres server) {
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return new TestServer(server.host(), server.port(), server.user(), "");
  }

  private static final class Holder {
    private static final TestServer SERVER = start();
  }
}
