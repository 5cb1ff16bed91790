package dev.pgstow.testing;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A database whose owner means ill: each name and each text is made to break out of quotes,
 * comments, file names, terminals, JSON, shells or psql. What breaks out drops {@code
 * public.canary} or makes the file {@link #MARK} in the working directory. Closing drops it.
 */
public final class HostileDatabase implements AutoCloseable {
  /** The file that a shell or psql makes if it obeys a name. */
  public static final String MARK = "pgstow-pwned";

  private static final String DROP = "DROP TABLE public.canary;";
  private static final String SHELL = "\\! touch " + MARK;

  /** Names of at most 63 bytes, as PostgreSQL takes them; the most different ones first. */
  public static final List<String> NAMES =
      List.of(
          "n\n" + DROP + "\n--",
          "m\n" + SHELL + "\n",
          ":USER :'HOST' :\"PORT\" :{?USER}",
          "../../" + MARK,
          "\u001b]0;owned\u0007\u001b[2J",
          "q\"; " + DROP + " --",
          "a'; " + DROP + " --",
          "\u202egnp.exe\u2066x\u200b\ufeff",
          "\u009b2J\u0090c1\u009c",
          "r\r" + DROP + "\r--",
          "u\u2028" + DROP + "\u0085" + DROP,
          "b\\'; " + DROP + " --",
          "c*/ " + DROP + " /*",
          "$$; " + DROP + " $$",
          "$_$; " + DROP + " $_$",
          "`touch " + MARK + "`",
          "$(touch " + MARK + ")",
          "';\n\\o |touch " + MARK + "\n",
          "'\n\\ir /etc/passwd\n",
          "/" + MARK,
          "C:\\" + MARK,
          "..",
          "nul",
          "con.txt",
          "-rf",
          "%s%n%x",
          "{\"a\":\"b\\",
          "- &a !!x \"\n  b: *a",
          "%project=x\n@tag\n#",
          "tab\tbell\u0007del\u007f");

  /** A role, which all databases of the server share. */
  private static final String ROLE = "role\"; " + DROP + " --\n" + SHELL;

  private static final String OBJECTS =
      """
      CREATE SCHEMA %1$s;
      COMMENT ON SCHEMA %1$s IS %2$s;
      CREATE TYPE %1$s.%1$s AS ENUM (%2$s, 'plain');
      CREATE DOMAIN %1$s."d" AS text DEFAULT %2$s CONSTRAINT %1$s CHECK (VALUE <> %3$s);
      CREATE SEQUENCE %1$s."s";
      CREATE TABLE %1$s."t" (
        %1$s integer CONSTRAINT %1$s CHECK (%1$s > 0),
        more text DEFAULT %2$s, list integer[] DEFAULT '{1}');
      COMMENT ON TABLE %1$s."t" IS %3$s;
      COMMENT ON COLUMN %1$s."t".%1$s IS %2$s;
      GRANT SELECT ON %1$s."t" TO %4$s;
      ALTER TABLE %1$s."t" ENABLE ROW LEVEL SECURITY;
      CREATE POLICY %1$s ON %1$s."t" TO %4$s USING (more <> %2$s);
      CREATE INDEX "i" ON %1$s."t" (%1$s) WHERE more <> %2$s;
      CREATE VIEW %1$s."v" AS SELECT %1$s, %3$s AS more, list[1:%1$s] AS part FROM %1$s."t";
      CREATE FUNCTION %1$s.%1$s(%1$s text DEFAULT %2$s) RETURNS text LANGUAGE plpgsql AS %3$s;
      CREATE FUNCTION %1$s."b"() RETURNS text LANGUAGE sql RETURN %3$s;
      CREATE TRIGGER %1$s BEFORE UPDATE ON %1$s."t"
        FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger(%2$s);
      CREATE RULE %1$s AS ON DELETE TO %1$s."t" DO ALSO NOTIFY %1$s, %2$s;
      INSERT INTO %1$s."t" VALUES (1, %3$s);
      """;

  private static final String CANARY =
      "CREATE TABLE public.canary (alive text); INSERT INTO public.canary VALUES ('yes');";

  private final TestServer server = TestServer.shared();
  public final String name = server.createDatabase();

  /** With objects of these names. */
  public HostileDatabase(List<String> names) {
    server.execute(
        name,
        "SET check_function_bodies = off; DO $do$ BEGIN CREATE ROLE "
            + identifier(ROLE)
            + "; EXCEPTION WHEN duplicate_object THEN NULL; END $do$; "
            + CANARY
            + names.stream().map(HostileDatabase::objects).collect(Collectors.joining()));
  }

  /** The SQL that makes objects of a name. */
  public static String objects(String name) {
    return OBJECTS.formatted(
        identifier(name), literal(name), literal(name + "\n" + SHELL + "\n"), identifier(ROLE));
  }

  /** Whether the table is still there that an injection would drop. */
  public static boolean canaryLives(String database) {
    try (var connection = TestServer.shared().connect(database);
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT to_regclass('public.canary') IS NOT NULL")) {
      row.next();
      return row.getBoolean(1);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String literal(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  @Override
  public void close() {
    server.dropDatabase(name);
  }
}
