package dev.pgstow.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Fills an empty PostgreSQL server with the sample: the database {@value #CONSTRUCTIVE}, a
 * Constructive server with two databases of its own, and {@value #INVENTORY}, a plain one. The same
 * rows each time.
 */
public final class SampleServer {
  /** The Postgres database that holds the Constructive server. */
  public static final String CONSTRUCTIVE = "constructive";

  /** The Postgres database with ordinary tables. */
  public static final String INVENTORY = "inventory";

  private final SampleResources resources = new SampleResources();

  private SampleServer() {}

  /** Opens connections of a superuser; whoever asked for one closes it. */
  @FunctionalInterface
  public interface Connector {
    /** A connection to a Postgres database of the server. */
    Connection connect(String database) throws SQLException;
  }

  /**
   * Creates roles and both databases, and fills them.
   *
   * @throws SQLException in the server's words; a database that could not be filled is left behind
   */
  public static void load(Connector connector) throws SQLException {
    try (Connection admin = connector.connect("postgres")) {
      execute(admin, "CREATE DATABASE " + CONSTRUCTIVE);
      execute(admin, "CREATE DATABASE " + INVENTORY);
    }
    try (Connection constructive = connector.connect(CONSTRUCTIVE)) {
      loadConstructive(constructive);
    }
    try (Connection inventory = connector.connect(INVENTORY)) {
      execute(inventory, new SampleResources().script("server/inventory.sql"));
    }
  }

  /**
   * Makes an empty database, whatever its name, the sample's Constructive server. All or nothing,
   * and in auto-commit mode afterwards.
   *
   * @param connection a superuser's, stays open
   */
  public static void loadConstructive(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try {
      new SampleServer().fill(connection);
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private void fill(Connection connection) throws SQLException {
    execute(connection, resources.script("server/roles.sql"));
    execute(connection, resources.script("server/ledger.sql"));
    new ModuleLoader(connection).load(resources.modules());
    execute(connection, resources.script("server/schemas.sql"));
    ActionLoader actions = new ActionLoader(connection);
    for (SampleDatabase database : SampleDatabase.ALL) {
      ChangeBook book = resources.actions(database.name());
      actions.note(database, book);
      actions.run(book, false);
    }
    execute(connection, resources.script("server/data.sql"));
    execute(connection, resources.script("server/catalog.sql"));
    execute(connection, resources.script("server/services.sql"));
    for (SampleDatabase database : SampleDatabase.ALL) {
      actions.run(resources.actions(database.name()), true);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
