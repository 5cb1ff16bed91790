package dev.pgstow.rename;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pgstow.rename.SchemaRenamer.Schema;
import dev.pgstow.testing.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A renamed script makes in the portable schemas what the script itself makes in the real ones. */
class SchemaRenamerServerTest {
  private static final List<String> REAL =
      List.of("app", "billing", "x-17-app", "x-17-app-v2", "Mixed", "a.b", "it's \"odd\"", "order");

  /** Written with {@code @} for the schema in quotes, {@code ~} for it in a string. */
  private static final String SCRIPT =
      """
      CREATE SCHEMA IF NOT EXISTS @;
      COMMENT ON SCHEMA @ IS 'made by $& and \\1';
      CREATE TYPE @.kind AS ENUM ('app', 'billing');
      CREATE TABLE @.users (id int PRIMARY KEY, app text DEFAULT 'app', kind @.kind DEFAULT 'app');
      CREATE FUNCTION @.count_users() RETURNS bigint AS $f$
        DECLARE n bigint; BEGIN
        SELECT count(*) INTO n FROM @.users; -- of ~.users
        EXECUTE 'INSERT INTO @.users VALUES (1)';
        EXECUTE format('SELECT count(*) FROM @.%I', 'users') INTO n;
        RETURN n; END $f$ LANGUAGE plpgsql SET search_path = @, public;
      CREATE VIEW @.seen AS SELECT u.app, u.kind = 'app'::@.kind AS is_app FROM @.users AS u;
      DO $$BEGIN PERFORM @.count_users(); END$$;
      SELECT set_config('search_path', '@, public', true);
      INSERT INTO users (id) VALUES (2);
      SELECT 1 / count(*) FROM pg_namespace WHERE nspname = '~';
      ALTER DEFAULT PRIVILEGES IN SCHEMA @ GRANT SELECT ON TABLES TO public;
      """;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void objectsLandInThePortableSchemas(int seed) throws SQLException {
    Random random = new Random(seed);
    StringBuilder sql = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    List<Schema> schemas = new ArrayList<>();
    for (String real : REAL) {
      String name = "s" + schemas.size();
      schemas.add(new Schema(name, real));
      sql.append(script(real, random));
      expected.append(
          SCRIPT
              .replace("@", SchemaRenamer.portableName("p", name))
              .replace("~", SchemaRenamer.portableName("p", name)));
    }
    SchemaRenamer renamer = SchemaRenamer.of("p", schemas, List.of("public"));
    assertEquals(catalog(expected.toString()), catalog(renamer.sql(sql.toString())));
  }

  private static String script(String real, Random random) {
    StringBuilder script = new StringBuilder();
    String quoted = "\"" + real.replace("\"", "\"\"") + "\"";
    boolean plain = real.equals("app") || real.equals("billing");
    boolean inString = false;
    for (int i = 0; i < SCRIPT.length(); i++) {
      char c = SCRIPT.charAt(i);
      if (c == '\'') {
        inString = !inString;
      }
      String name = c == '@' ? quoted : real;
      if (c == '@' && plain && random.nextBoolean()) {
        name = inString ? real : random.nextBoolean() ? real : real.toUpperCase(Locale.ROOT);
      }
      boolean schema = c == '@' || c == '~';
      script.append(!schema ? String.valueOf(c) : inString ? name.replace("'", "''") : name);
    }
    return script.toString();
  }

  private static String catalog(String sql) throws SQLException {
    TestServer server = TestServer.shared();
    String database = server.createDatabase();
    try {
      server.execute(database, sql);
      try (Connection connection = server.connect(database);
          Statement statement = connection.createStatement();
          ResultSet result =
              statement.executeQuery(
                  """
                  SELECT string_agg(line, E'\\n' ORDER BY line) FROM (
                    SELECT format('%s.%s %s', relnamespace::regnamespace, relname, relkind) AS line
                      FROM pg_class WHERE relnamespace >= 16384
                    UNION ALL SELECT format('%s %s', oid::regprocedure, prosrc)
                      FROM pg_proc WHERE pronamespace >= 16384
                    UNION ALL SELECT format('%s %s', oid::regprocedure, proconfig)
                      FROM pg_proc WHERE pronamespace >= 16384
                    UNION ALL SELECT pg_get_viewdef(oid)
                      FROM pg_class WHERE relnamespace >= 16384 AND relkind = 'v'
                    UNION ALL SELECT format('%s %s', nspname, obj_description(oid))
                      FROM pg_namespace WHERE oid >= 16384
                    UNION ALL SELECT defaclnamespace::regnamespace::text FROM pg_default_acl) lines
                  """)) {
        result.next();
        return result.getString(1).replace("\"", "");
      }
    } finally {
      server.dropDatabase(database);
    }
  }
}
