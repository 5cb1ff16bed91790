package dev.pgstow.rename;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pgstow.rename.SchemaRenamer.Schema;
import dev.pgstow.testing.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A schema full of aliases called like it works under its portable name in a fresh database. */
class AliasServerTest {
  private static final String SCRIPT =
      """
      CREATE SCHEMA app;
      CREATE TYPE app.kind AS ENUM ('web', 'mobile');
      CREATE TABLE app.app (id int PRIMARY KEY, kind app.kind, n int CHECK (app.n > 0));
      CREATE TABLE app.seen (app_id int REFERENCES app.app, at int);
      CREATE INDEX ON app.app ((app.n + 1)) WHERE app.n > 1;
      CREATE FUNCTION app.twice(n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2 * n';
      CREATE FUNCTION app.label(app app.app) RETURNS text LANGUAGE sql AS $$
        SELECT app.kind || ':' || app.twice(app.n) $$;
      CREATE FUNCTION app.atomic(app app.app) RETURNS int LANGUAGE sql
        RETURN app.n + (SELECT count(*) FROM app.seen);
      CREATE FUNCTION app.walk() RETURNS SETOF text LANGUAGE plpgsql AS $$
        DECLARE app record; same app.kind;
        BEGIN
          FOR app IN SELECT * FROM app.app ORDER BY id LOOP
            same := app.kind::app.kind;
            INSERT INTO app.seen VALUES (app.id, app.n);
            UPDATE app.app a SET n = a.n + app.twice(app.n) WHERE a.id = app.id;
            RETURN NEXT concat(same, app.n);
          END LOOP;
        END $$;
      CREATE FUNCTION app.total() RETURNS int LANGUAGE plpgsql AS $$
        DECLARE app record; other app.app; n int;
        BEGIN
          SELECT 0 AS sum, 1 AS factor INTO app;
          SELECT sum(x.n) INTO app.sum FROM app.app x;
          app.factor := app.twice(app.factor);
          EXECUTE 'SELECT count(app.id) FROM app.app AS app WHERE app.n > $1' INTO n USING app.factor;
          RETURN app.sum * app.factor + n;
        END $$;
      CREATE VIEW app.joined AS
        WITH app AS (SELECT app.id, app.kind, app.n FROM app.app)
        SELECT app.id, app.twice(app.n) AS n, s.last FROM app
        LEFT JOIN LATERAL (SELECT max(app.at) AS last FROM app.seen app) s ON app.id = s.last
        WHERE app.kind = 'web'::app.kind;
      ALTER TABLE app.app ENABLE ROW LEVEL SECURITY;
      CREATE POLICY own ON app.app USING (app.id = app.twice(app.n) OR EXISTS (
        SELECT 1 FROM app.seen app WHERE app.app_id = 1));
      INSERT INTO app.app VALUES (1, 'web', 2), (2, 'mobile', 3)
        ON CONFLICT (id) DO UPDATE SET n = app.n + 1;
      MERGE INTO app.app app USING app.app other ON app.id = other.id + 1
        WHEN MATCHED THEN UPDATE SET n = app.n + other.n;
      DELETE FROM app.seen app USING app.app other WHERE app.app_id = other.id;
      """;
  private static final String ANSWERS =
      """
      SELECT concat_ws(' ', (SELECT string_agg(@.label(a) || @.atomic(a), ',' ORDER BY id) FROM @.app a),
        (SELECT string_agg(w, ',') FROM @.walk() w), @.total(), (SELECT count(n) FROM @.joined))
      """;

  @Test
  void worksUnderThePortableName() throws SQLException {
    SchemaRenamer renamer =
        SchemaRenamer.of("crm", List.of(new Schema("app", "app")), List.of("public"));
    String answers = answers(SCRIPT, "app");
    assertEquals("web:42,mobile:105 web2,mobile5 44 1", answers);
    assertEquals(answers, answers(renamer.sql(SCRIPT), "crm_app"));
  }

  private static String answers(String script, String schema) throws SQLException {
    TestServer server = TestServer.shared();
    String database = server.createDatabase();
    try {
      server.execute(database, script);
      try (Connection connection = server.connect(database);
          Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery(ANSWERS.replace("@", schema))) {
        result.next();
        return result.getString(1);
      }
    } finally {
      server.dropDatabase(database);
    }
  }
}
