package dev.pgstow.catalog;

import dev.pgstow.postgres.ConnectionFlags;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.Session;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.testing.TestServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** Databases that are read, written into others and read again. */
abstract class CatalogTestBase {
  static final CatalogOptions ALL = new CatalogOptions(List.of(), List.of(), true, true);

  final TestServer server = TestServer.shared();
  private final List<String> databases = new ArrayList<>();

  @AfterEach
  void dropDatabases() {
    for (String name : databases) {
      dropSubscriptions(name);
      server.dropDatabase(name);
    }
  }

  /** A database with subscriptions can't be dropped. */
  private void dropSubscriptions(String database) {
    execute(
        database,
        """
        DO $$ DECLARE s text; BEGIN
          FOR s IN SELECT subname FROM pg_subscription
              WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database()) LOOP
            EXECUTE format('ALTER SUBSCRIPTION %1$I SET (slot_name = NONE)', s);
            EXECUTE format('DROP SUBSCRIPTION %1$I', s);
          END LOOP;
        END $$
        """);
  }

  String database(String... statements) {
    String name = server.createDatabase();
    databases.add(name);
    for (String sql : statements) {
      execute(name, sql);
    }
    return name;
  }

  /** As a script: the driver's own splitting does not know all of BEGIN ATOMIC. */
  void execute(String database, String sql) {
    try (Session session = scripts(database)) {
      session.execute(sql, "running a script");
    }
  }

  Catalog read(String database) {
    return read(database, ALL, server.user);
  }

  Catalog read(String database, CatalogOptions options, String user) {
    try (Session session = session(database, user)) {
      return new CatalogReader(session).read(options, ProgressListener.none());
    }
  }

  Session session(String database, String user) {
    return databases(user).connect(database);
  }

  /** A session that runs scripts. */
  Session scripts(String database) {
    return databases(server.user).connectForScripts(database);
  }

  private Databases databases(String user) {
    String location = "host=%s port=%d user=%s".formatted(server.host, server.port, user);
    ConnectionSettings settings =
        ConnectionSettings.resolve(
            ConnectionFlags.url(location), Map.of(), Path.of("no-such-home"), "nobody");
    return new Databases(settings);
  }

  /** A new database with what a catalog holds. */
  String load(Catalog catalog) {
    StringBuilder sql =
        new StringBuilder("SET search_path = ''; SET check_function_bodies = off;\n");
    for (CatalogObject object : catalog.objects()) {
      object.create().forEach(statement -> sql.append(statement).append(";\n"));
    }
    return database(sql.toString());
  }

  static String text(Catalog catalog) {
    StringBuilder text = new StringBuilder();
    for (CatalogObject object : catalog.objects()) {
      text.append(Describe.of(object.identity())).append(":\n");
      object.create().forEach(statement -> text.append(statement).append(";\n"));
    }
    return text.toString();
  }
}
