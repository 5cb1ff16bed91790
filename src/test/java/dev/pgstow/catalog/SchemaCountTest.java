package dev.pgstow.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pgstow.postgres.ConnectionFlags;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.Session;
import dev.pgstow.testing.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaCountTest {
  private final TestServer server = TestServer.shared();

  private Session connect(String database) {
    return new Databases(
            ConnectionSettings.resolve(
                new ConnectionFlags(
                    Optional.empty(),
                    Optional.of(server.host),
                    Optional.of("" + server.port),
                    Optional.of(server.user),
                    Optional.empty(),
                    Optional.empty()),
                Map.of("PGPASSWORD", server.password),
                Path.of(""),
                "tester"))
        .connect(database);
  }

  @Test
  void schemasOfPeopleAreCountedAndOthersLeftOut() {
    String database = server.createDatabase();
    try {
      server.execute(
          database,
          """
          CREATE SCHEMA "Odd name";
          CREATE TABLE "Odd name".t (id integer PRIMARY KEY, n serial);
          CREATE TABLE "Odd name".p (id integer) PARTITION BY LIST (id);
          CREATE VIEW "Odd name".v AS SELECT 1 AS one;
          CREATE MATERIALIZED VIEW "Odd name".m AS SELECT 1 AS one;
          CREATE FUNCTION "Odd name".f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
          CREATE PROCEDURE "Odd name".q() LANGUAGE sql AS 'SELECT 1';
          """);
      try (Session session = connect(database)) {
        assertEquals(
            List.of(new SchemaCount("Odd name", 2, 2, 2), new SchemaCount("public", 0, 0, 0)),
            SchemaCount.of(session));
      }
    } finally {
      server.dropDatabase(database);
    }
  }
}
