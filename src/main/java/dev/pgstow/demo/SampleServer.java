package dev.pgstow.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

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
    SampleServer sample = new SampleServer();
    try (Connection admin = connector.connect("postgres")) {
      execute(admin, sample.resources.script("server/roles.sql"));
      execute(admin, "CREATE DATABASE " + CONSTRUCTIVE);
      execute(admin, "CREATE DATABASE " + INVENTORY);
    }
    try (Connection constructive = connector.connect(CONSTRUCTIVE)) {
      sample.fillConstructive(constructive);
    }
    try (Connection inventory = connector.connect(INVENTORY)) {
      execute(inventory, sample.resources.script("server/inventory.sql"));
    }
  }

  private void fillConstructive(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    execute(connection, resources.script("server/ledger.sql"));
    new ModuleLoader(connection).load(resources.modules());
    execute(connection, resources.script("server/schemas.sql"));
    ActionLoader actions = new ActionLoader(connection);
    List<ChangeBook> books =
        SampleDatabase.ALL.stream().map(database -> resources.actions(database.name())).toList();
    for (int i = 0; i < books.size(); i++) {
      actions.note(SampleDatabase.ALL.get(i), books.get(i));
      actions.run(books.get(i), false);
    }
    execute(connection, resources.script("server/data.sql"));
    execute(connection, resources.script("server/catalog.sql"));
    execute(connection, resources.script("server/services.sql"));
    for (ChangeBook book : books) {
      actions.run(book, true);
    }
    connection.commit();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
