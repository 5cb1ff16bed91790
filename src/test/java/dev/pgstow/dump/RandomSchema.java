package dev.pgstow.dump;

import dev.pgstow.sql.Identifiers;
import dev.pgstow.sql.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A schema made up from a seed: objects of many kinds that depend on one another, in circles too,
 * under odd names, with owners, privileges and comments. Some statements make no sense to the
 * server; whoever runs them skips those that fail.
 */
final class RandomSchema {
  private record Column(String name, String type) {}

  private record Relation(String name, String kind, List<Column> columns) {}

  private static final List<String> BASE_TYPES =
      List.of(
          "integer",
          "bigint",
          "smallint",
          "text",
          "character varying(20)",
          "numeric(10,2)",
          "boolean",
          "date",
          "timestamp with time zone",
          "jsonb",
          "uuid",
          "integer[]",
          "text[]",
          "bytea",
          "interval",
          "double precision",
          "inet",
          "int4range",
          "char(3)",
          "timestamp(2)");
  private static final List<String> IMMUTABLE_AS_TEXT =
      List.of("integer", "bigint", "smallint", "boolean", "jsonb", "uuid", "inet");
  private static final List<String> ROLES =
      List.of("cat_owner", "cat_reader", "cat_writer", "\"Cat \"\"Odd\"\" Rôle\"", "\"select\"");
  private static final List<String> WORDS =
      List.of(
          "a",
          "b",
          "users",
          "Users",
          "order",
          "group",
          "a.b",
          "a_b",
          "it's",
          "say \"hi\"",
          "é",
          "select",
          "x y",
          "z",
          "item",
          "log",
          "t",
          "user",
          "key",
          "日本",
          "naïve",
          "%",
          "\\n",
          "A");

  private static final String MATERIALIZED = "MATERIALIZED VIEW";
  private static final String OVER_FUNCTION = "() AS f";

  /**
   * From when on a generated column can be given its expression later. Before, SQL has no way to
   * make a table, a function that takes its rows and a column of it that calls the function, but
   * for adding the column at the end; pg_dump has none either.
   */
  private static final int SET_EXPRESSION_SINCE = 17;

  private final int major;
  private final Random random;
  private final String prefix;
  private final List<String> statements = new ArrayList<>();

  /**
   * Views over functions that return rows of a table. Made when the table has all its columns: such
   * a view names the columns there were, but those there are once it is loaded again; so it is in
   * pg_dump's words.
   */
  private final List<String> last = new ArrayList<>();

  private final List<String> schemas = new ArrayList<>();
  private final List<String> types = new ArrayList<>();
  private final List<Relation> relations = new ArrayList<>();
  private final List<String> sequences = new ArrayList<>();
  private final List<String> rowFunctions = new ArrayList<>();
  private final List<String> numberFunctions = new ArrayList<>();

  /** Those that take nothing but a number, so that no circle goes through them. */
  private final List<String> plainFunctions = new ArrayList<>();

  private final List<String> setFunctions = new ArrayList<>();
  private final List<String> triggerFunctions = new ArrayList<>();
  private int counter;

  private RandomSchema(int major, long seed, String prefix) {
    this.major = major;
    this.random = new Random(seed);
    this.prefix = prefix;
  }

  /**
   * The statements that make the schema.
   *
   * @param prefix of the names of its schemas and of what is in none
   */
  static List<String> statements(int major, long seed, String prefix) {
    RandomSchema schema = new RandomSchema(major, seed, prefix);
    schema.schema();
    schema.table();
    int steps = 15 + schema.random.nextInt(45);
    for (int i = 0; i < steps; i++) {
      schema.step();
    }
    schema.statements.addAll(schema.last);
    return schema.statements;
  }

  private void step() {
    switch (random.nextInt(40)) {
      case 0 -> schema();
      case 1, 2 -> type();
      case 3 -> domain();
      case 4 -> sequence();
      case 5, 6, 7, 8 -> table();
      case 9 -> child();
      case 10 -> partitioned();
      case 11, 12, 13, 14 -> alterTable();
      case 15, 16, 17 -> foreignKey();
      case 18, 19 -> index();
      case 20, 21, 22 -> view();
      case 23 -> replaceView();
      case 24, 25, 26 -> function();
      case 27 -> rowFunction();
      case 28, 29 -> useFunction();
      case 30 -> trigger();
      case 31 -> rule();
      case 32 -> policy();
      case 33, 34 -> grant();
      case 35 -> owner();
      case 36, 37 -> comment();
      case 38 -> oddity();
      default -> drop();
    }
  }

  private void schema() {
    String name = Identifiers.quote(prefix + (schemas.isEmpty() ? "" : word() + counter++));
    schemas.add(name);
    add("CREATE SCHEMA " + name + (chance(3) ? " AUTHORIZATION " + pick(ROLES) : ""));
  }

  private void type() {
    String name = newName();
    switch (random.nextInt(4)) {
      case 0 -> add("CREATE TYPE " + name + " AS ENUM ('a', 'it''s', " + text() + ")");
      case 1 ->
          add("CREATE TYPE " + name + " AS (" + column("f", 1) + ", \"F 2\" " + type(types) + ")");
      case 2 ->
          add(
              "CREATE TYPE "
                  + name
                  + " AS RANGE (SUBTYPE = "
                  + pick(List.of("float8", "text", "int8", "date"))
                  + ")");
      default -> add("CREATE TYPE " + name + " AS ENUM ()");
    }
    types.add(name);
  }

  private void domain() {
    String name = newName();
    String check =
        switch (random.nextInt(3)) {
          case 0 -> " CHECK (VALUE IS NOT NULL)";
          case 1 ->
              " CONSTRAINT "
                  + Identifiers.quote(word())
                  + " CHECK (VALUE::text <> "
                  + text()
                  + ") NOT NULL";
          default -> "";
        };
    add("CREATE DOMAIN " + name + " AS " + type(types) + check);
    types.add(name);
  }

  private void sequence() {
    String name = newName();
    add(
        "CREATE SEQUENCE "
            + name
            + (chance(2)
                ? " INCREMENT BY " + (1 + random.nextInt(5)) + " CACHE 3 CYCLE"
                : " AS smallint"));
    sequences.add(name);
  }

  private void table() {
    String name = newName();
    List<Column> columns = new ArrayList<>();
    StringBuilder body = new StringBuilder();
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      Column column = new Column(Identifiers.quote(word() + i), type(types));
      columns.add(column);
      body.append(i == 0 ? "" : ", ").append(column.name).append(' ').append(column.type);
      body.append(columnOption(columns));
    }
    if (chance(2)) {
      columns.add(new Column("id", "integer"));
      body.append(body.isEmpty() ? "" : ", ")
          .append("id ")
          .append(
              pick(
                  List.of(
                      "integer PRIMARY KEY",
                      "serial PRIMARY KEY",
                      "integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
                      "integer NOT NULL UNIQUE")));
    }
    add(
        "CREATE "
            + (chance(8) ? "UNLOGGED " : "")
            + "TABLE "
            + name
            + " ("
            + body
            + ")"
            + (chance(6) ? " WITH (fillfactor = 70)" : ""));
    relations.add(new Relation(name, "TABLE", columns));
  }

  private String columnOption(List<Column> columns) {
    Column column = columns.get(columns.size() - 1);
    return switch (random.nextInt(9)) {
      case 0 -> " NOT NULL";
      case 1 -> " DEFAULT NULL::" + column.type;
      case 2 -> " CHECK (" + column.name + " IS NOT NULL)";
      case 3 -> column.type.equals("text") ? " DEFAULT " + text() : "";
      case 4 -> column.type.equals("text") ? " COLLATE \"C\"" : "";
      case 5 -> column.type.equals("integer") ? " DEFAULT " + (random.nextInt(9) - 4) : "";
      case 6 ->
          column.type.equals("text") && IMMUTABLE_AS_TEXT.contains(columns.get(0).type)
              ? " GENERATED ALWAYS AS (upper(" + columns.get(0).name + "::text)) STORED"
              : "";
      default -> "";
    };
  }

  private void child() {
    Relation parent = pick(relations);
    String name = newName();
    List<Column> columns = new ArrayList<>(parent.columns);
    columns.add(new Column("own", "text"));
    add(
        "CREATE TABLE "
            + name
            + " (own text"
            + (chance(2) ? " DEFAULT 'x'" : "")
            + ") INHERITS ("
            + parent.name
            + ")");
    relations.add(new Relation(name, "TABLE", columns));
  }

  private void partitioned() {
    String name = newName();
    List<Column> columns = List.of(new Column("k", "integer"), new Column("\"V v\"", "text"));
    add(
        "CREATE TABLE "
            + name
            + " (k integer NOT NULL, \"V v\" text DEFAULT 'd'"
            + (chance(2) ? ", PRIMARY KEY (k)" : "")
            + ") PARTITION BY "
            + (chance(3) ? "LIST" : "RANGE")
            + " (k)");
    relations.add(new Relation(name, "TABLE", columns));
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      String part = newName();
      add(
          "CREATE TABLE "
              + part
              + " PARTITION OF "
              + name
              + " FOR VALUES FROM ("
              + i * 10
              + ") TO ("
              + (i + 1) * 10
              + ")"
              + (chance(4) ? " PARTITION BY HASH (k)" : ""));
      add(
          "CREATE TABLE "
              + part
              + " PARTITION OF "
              + name
              + (chance(2) ? " (\"V v\" DEFAULT 'own')" : "")
              + " FOR VALUES IN ("
              + i
              + ")");
      relations.add(new Relation(part, "TABLE", columns));
    }
  }

  private void alterTable() {
    Relation table = pick(relations);
    String alter = "ALTER TABLE " + table.name + " ";
    Column column = column(table);
    switch (random.nextInt(14)) {
      case 0 -> add(alter + "ADD " + Identifiers.quote(word() + counter++) + " " + addedType());
      case 1 -> add(alter + "DROP COLUMN " + column.name);
      case 2 -> add(alter + "ALTER " + column.name + " SET NOT NULL");
      case 3 ->
          add(
              alter
                  + "ADD CONSTRAINT "
                  + Identifiers.quote(word())
                  + " CHECK ("
                  + condition(table)
                  + ")"
                  + (chance(3) ? " NOT VALID" : ""));
      case 4 ->
          add(
              alter
                  + "ADD UNIQUE ("
                  + column.name
                  + ")"
                  + (chance(3) ? " DEFERRABLE INITIALLY DEFERRED" : ""));
      case 5 -> add(alter + "ENABLE ROW LEVEL SECURITY");
      case 6 -> add(alter + "REPLICA IDENTITY " + pick(List.of("FULL", "NOTHING")));
      case 7 -> add(alter + "ALTER " + column.name + " SET STATISTICS " + random.nextInt(100));
      case 8 ->
          add(
              alter
                  + "ALTER "
                  + column.name
                  + " SET STORAGE "
                  + pick(List.of("EXTERNAL", "MAIN", "PLAIN")));
      case 9 -> add(alter + "SET (autovacuum_enabled = false)");
      case 10 -> add(alter + "INHERIT " + pick(relations).name);
      case 11 -> add(alter + "NO INHERIT " + pick(relations).name);
      case 12 -> {
        if (!sequences.isEmpty()) {
          add(
              alter
                  + "ALTER "
                  + column.name
                  + " SET DEFAULT nextval("
                  + Literals.quote(pick(sequences))
                  + ")");
          add("ALTER SEQUENCE " + pick(sequences) + " OWNED BY " + table.name + "." + column.name);
        }
      }
      default ->
          add(
              alter
                  + "RENAME COLUMN "
                  + column.name
                  + " TO "
                  + Identifiers.quote(word() + counter++));
    }
  }

  private void foreignKey() {
    Relation from = pick(relations);
    Relation to = pick(relations);
    String column = "fk" + counter++;
    add("ALTER TABLE " + from.name + " ADD " + column + " integer");
    add(
        "ALTER TABLE "
            + from.name
            + " ADD CONSTRAINT "
            + Identifiers.quote(word() + counter++)
            + " FOREIGN KEY ("
            + column
            + ") REFERENCES "
            + to.name
            + " (id) ON DELETE "
            + pick(List.of("CASCADE", "SET NULL", "RESTRICT", "NO ACTION"))
            + pick(List.of("", " DEFERRABLE", " DEFERRABLE INITIALLY DEFERRED", " NOT VALID")));
  }

  private void index() {
    Relation table = pick(relations);
    Column column = column(table);
    String method = pick(List.of("btree", "btree", "hash", "gist", "gin", "brin"));
    String key =
        pick(
            List.of(
                column.name,
                column.name,
                column.name + " DESC NULLS LAST",
                "(" + column.name + " IS NULL)",
                "lower(" + column.name + ")",
                column.name + ", " + column(table).name));
    add(
        "CREATE "
            + (chance(4) ? "UNIQUE " : "")
            + "INDEX "
            + (chance(2) ? "" : Identifiers.quote("i" + word() + counter++))
            + " ON "
            + (chance(6) ? "ONLY " : "")
            + table.name
            + " USING "
            + method
            + " ("
            + key
            + ")"
            + (chance(3) ? " WHERE " + condition(table) : ""));
  }

  private void view() {
    String name = newName();
    Relation from = pick(relations);
    List<Column> columns = new ArrayList<>();
    StringBuilder select = new StringBuilder();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      Column source = column(from);
      String alias = chance(2) ? Identifiers.quote(word() + "_" + i) : "c" + i;
      columns.add(new Column(alias, "text"));
      select.append(i == 0 ? "" : ", ").append(expression(source)).append(" AS ").append(alias);
    }
    String query = "SELECT " + select + " FROM " + from.name + " AS r";
    query +=
        switch (random.nextInt(6)) {
          case 0 -> " WHERE " + condition(from);
          case 1 -> " LEFT JOIN " + pick(relations).name + " AS j ON j IS NOT NULL";
          case 2 -> " ORDER BY 1 LIMIT 3";
          case 3 -> setFunctions.isEmpty() ? "" : ", " + pick(setFunctions) + OVER_FUNCTION;
          case 4 -> numberFunctions.isEmpty() ? "" : " WHERE " + pick(numberFunctions) + "(1) > 0";
          default -> "";
        };
    boolean materialized = chance(4);
    String statement =
        "CREATE "
            + (materialized ? "MATERIALIZED VIEW " : "VIEW ")
            + name
            + " AS "
            + query
            + (materialized && chance(2) ? " WITH NO DATA" : "");
    if (query.endsWith(OVER_FUNCTION)) {
      last.add(statement);
    } else {
      add(statement);
      relations.add(new Relation(name, materialized ? MATERIALIZED : "VIEW", columns));
    }
  }

  /** Makes circles: a view that comes to use what was made after it. */
  private void replaceView() {
    List<Relation> views = relations.stream().filter(it -> it.kind.equals("VIEW")).toList();
    if (views.isEmpty()) {
      return;
    }
    Relation view = pick(views);
    StringBuilder select = new StringBuilder();
    for (Column column : view.columns) {
      select.append(select.isEmpty() ? "" : ", ").append("NULL::text AS ").append(column.name);
    }
    String from =
        !numberFunctions.isEmpty() && chance(2)
            ? " WHERE " + pick(numberFunctions) + "(1) > 0"
            : setFunctions.isEmpty()
                ? " FROM " + pick(relations).name
                : " FROM " + pick(setFunctions) + OVER_FUNCTION;
    (from.endsWith(OVER_FUNCTION) ? last : statements)
        .add("CREATE OR REPLACE VIEW " + view.name + " AS SELECT " + select + from);
  }

  private void function() {
    String name = newName();
    if (numberFunctions.contains(name)) {
      return; // With defaults, calls of either would be ambiguous, and not load in anybody's words.
    }
    Relation relation = pick(relations);
    switch (random.nextInt(8)) {
      case 0, 1 -> {
        add(
            "CREATE FUNCTION "
                + name
                + "(x integer) RETURNS integer LANGUAGE sql IMMUTABLE AS "
                + Literals.quote("SELECT $1 + " + random.nextInt(9)));
        numberFunctions.add(name);
        plainFunctions.add(name);
      }
      case 2 -> {
        add(
            "CREATE FUNCTION "
                + name
                + "(x integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT count(*)::integer FROM "
                + relation.name
                + "; END");
        numberFunctions.add(name);
      }
      case 3 -> {
        add(
            "CREATE FUNCTION "
                + name
                + "() RETURNS SETOF "
                + relation.name
                + " LANGUAGE sql STABLE AS "
                + Literals.quote("SELECT * FROM " + relation.name));
        setFunctions.add(name);
      }
      case 4 -> {
        add(
            "CREATE FUNCTION "
                + name
                + "() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'");
        triggerFunctions.add(name);
      }
      case 5 -> {
        String call = numberFunctions.isEmpty() ? "1" : pick(numberFunctions) + "(2)";
        add(
            "CREATE FUNCTION "
                + name
                + "(x integer, y integer DEFAULT "
                + call
                + ", z "
                + type(types)
                + " DEFAULT NULL) RETURNS integer LANGUAGE sql IMMUTABLE RETURN x + "
                + call);
        numberFunctions.add(name);
      }
      case 6 ->
          add(
              "CREATE PROCEDURE "
                  + name
                  + "(x "
                  + type(types)
                  + ", INOUT y text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS 'BEGIN END'");
      default ->
          add(
              "CREATE FUNCTION "
                  + name
                  + "(OUT a "
                  + type(types)
                  + ", VARIADIC b text[]) RETURNS SETOF "
                  + type(types)
                  + " LANGUAGE sql COST 5 ROWS 7 STRICT LEAKPROOF PARALLEL SAFE AS 'SELECT NULL'");
    }
  }

  private void rowFunction() {
    Relation relation = pick(relations);
    String name = newName();
    String body =
        chance(2)
            ? " AS 'SELECT 1'"
            : chance(2)
                ? " RETURN 1"
                : " BEGIN ATOMIC SELECT count(*)::integer FROM " + relation.name + "; END";
    add(
        "CREATE FUNCTION "
            + name
            + "(r "
            + relation.name
            + ") RETURNS integer LANGUAGE sql IMMUTABLE"
            + body);
    rowFunctions.add(name);
  }

  private String plain() {
    return plainFunctions.isEmpty() ? "1" : pick(plainFunctions) + "(1)";
  }

  private void useFunction() {
    Relation table = pick(relations);
    String call =
        !rowFunctions.isEmpty() && chance(2)
            ? pick(rowFunctions) + "(" + tail(table.name) + ".*)"
            : numberFunctions.isEmpty() ? "1" : pick(numberFunctions) + "(1)";
    String alter = "ALTER TABLE " + table.name + " ";
    switch (random.nextInt(5)) {
      case 0 -> add(alter + "ADD CHECK (" + call + " > 0)");
      case 1 ->
          add(alter + "ADD " + Identifiers.quote(word() + counter++) + " integer DEFAULT " + call);
      case 2 ->
          add(
              (alter + "ADD g" + counter++ + " integer GENERATED ALWAYS AS (")
                  + (major < SET_EXPRESSION_SINCE ? plain() : call)
                  + ") STORED");
      case 3 -> add("CREATE INDEX ON " + table.name + " ((" + call + "))");
      default ->
          add(
              "CREATE POLICY "
                  + Identifiers.quote(word() + counter++)
                  + " ON "
                  + table.name
                  + " USING ("
                  + call
                  + " > 0)");
    }
  }

  private void trigger() {
    if (!triggerFunctions.isEmpty()) {
      String timing =
          pick(
              List.of(
                  "BEFORE INSERT OR UPDATE",
                  "AFTER DELETE",
                  "INSTEAD OF INSERT",
                  "AFTER TRUNCATE"));
      Relation table = pick(relations);
      String name = Identifiers.quote(word() + counter++);
      add(
          "CREATE TRIGGER "
              + name
              + " "
              + timing
              + " ON "
              + table.name
              + (timing.contains("TRUNCATE") ? "" : " FOR EACH ROW")
              + " EXECUTE FUNCTION "
              + pick(triggerFunctions)
              + "("
              + text()
              + ")");
      if (chance(3)) {
        add(
            "ALTER TABLE "
                + table.name
                + " "
                + pick(List.of("DISABLE", "ENABLE REPLICA", "ENABLE ALWAYS"))
                + " TRIGGER "
                + name);
      }
    }
  }

  private void rule() {
    Relation table = pick(relations);
    String action = chance(2) ? "NOTHING" : "UPDATE " + pick(relations).name + " SET id = 1";
    add(
        "CREATE RULE "
            + Identifiers.quote(word() + counter++)
            + " AS ON "
            + pick(List.of("INSERT", "UPDATE", "DELETE"))
            + " TO "
            + table.name
            + " DO "
            + pick(List.of("INSTEAD ", "ALSO "))
            + action);
  }

  private void policy() {
    Relation table = pick(relations);
    add(
        "CREATE POLICY "
            + Identifiers.quote(word() + counter++)
            + " ON "
            + table.name
            + pick(List.of("", " AS RESTRICTIVE"))
            + " FOR "
            + pick(List.of("ALL", "SELECT", "DELETE"))
            + " TO "
            + pick(ROLES)
            + " USING ("
            + condition(table)
            + ")");
  }

  private void grant() {
    String role = chance(4) ? "PUBLIC" : pick(ROLES);
    String option = role.equals("PUBLIC") || chance(2) ? "" : " WITH GRANT OPTION";
    Relation relation = pick(relations);
    switch (random.nextInt(8)) {
      case 0, 1 ->
          add(
              "GRANT "
                  + pick(List.of("SELECT", "ALL", "INSERT, UPDATE", "TRIGGER"))
                  + " ON "
                  + relation.name
                  + " TO "
                  + role
                  + option);
      case 2 ->
          add(
              "GRANT SELECT ("
                  + column(relation).name
                  + "), UPDATE ("
                  + column(relation).name
                  + ") ON "
                  + relation.name
                  + " TO "
                  + role
                  + option);
      case 3 -> add("REVOKE ALL ON " + relation.name + " FROM postgres");
      case 4 -> add("REVOKE ALL ON ALL FUNCTIONS IN SCHEMA " + pick(schemas) + " FROM PUBLIC");
      case 5 -> add("GRANT USAGE ON SCHEMA " + pick(schemas) + " TO " + role + option);
      case 6 ->
          add(
              "ALTER DEFAULT PRIVILEGES FOR ROLE "
                  + pick(ROLES)
                  + " IN SCHEMA "
                  + pick(schemas)
                  + " GRANT "
                  + pick(List.of("SELECT ON TABLES", "EXECUTE ON FUNCTIONS", "USAGE ON SEQUENCES"))
                  + " TO "
                  + role
                  + option);
      default -> {
        if (!types.isEmpty()) {
          add("REVOKE USAGE ON TYPE " + pick(types) + " FROM PUBLIC");
        }
      }
    }
  }

  private void owner() {
    Relation relation = pick(relations);
    add("ALTER " + relation.kind + " " + relation.name + " OWNER TO " + pick(ROLES));
    if (!types.isEmpty() && chance(2)) {
      add("ALTER TYPE " + pick(types) + " OWNER TO " + pick(ROLES));
    }
    if (!numberFunctions.isEmpty() && chance(2)) {
      add("ALTER FUNCTION " + pick(numberFunctions) + "(integer) OWNER TO " + pick(ROLES));
    }
  }

  private void comment() {
    Relation relation = pick(relations);
    switch (random.nextInt(4)) {
      case 0 -> add("COMMENT ON " + relation.kind + " " + relation.name + " IS " + text());
      case 1 ->
          add("COMMENT ON COLUMN " + relation.name + "." + column(relation).name + " IS " + text());
      case 2 -> add("COMMENT ON SCHEMA " + pick(schemas) + " IS " + text());
      default -> {
        if (!types.isEmpty()) {
          add("COMMENT ON TYPE " + pick(types) + " IS " + text());
        }
      }
    }
  }

  private void oddity() {
    Relation table = pick(relations);
    switch (random.nextInt(7)) {
      case 0 ->
          add(
              "CREATE STATISTICS "
                  + newName()
                  + " ON "
                  + column(table).name
                  + ", "
                  + column(table).name
                  + " FROM "
                  + table.name);
      case 1 ->
          add(
              "CREATE PUBLICATION "
                  + Identifiers.quote(prefix + word() + counter++)
                  + " FOR TABLE "
                  + table.name);
      case 2 -> add("CREATE TEXT SEARCH CONFIGURATION " + newName() + " (COPY = english)");
      case 3 -> add("CREATE COLLATION " + newName() + " FROM \"C\"");
      case 4 -> {
        if (!types.isEmpty()) {
          String type = pick(types);
          String function = newName();
          add(
              "CREATE FUNCTION "
                  + function
                  + "("
                  + type
                  + ", "
                  + type
                  + ") RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true'");
          add(
              "CREATE OPERATOR "
                  + pick(schemas)
                  + "."
                  + pick(List.of("=", "<>", "@@@", "~#~"))
                  + " (FUNCTION = "
                  + function
                  + ", LEFTARG = "
                  + type
                  + ", RIGHTARG = "
                  + type
                  + ")");
        }
      }
      case 5 -> {
        if (!types.isEmpty()) {
          add(
              "CREATE CAST ("
                  + pick(types)
                  + " AS "
                  + pick(types)
                  + ") WITH INOUT"
                  + pick(List.of("", " AS ASSIGNMENT")));
        }
      }
      default ->
          add(
              "CREATE AGGREGATE "
                  + newName()
                  + "(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0')");
    }
  }

  private void drop() {
    if (relations.size() > 2) {
      Relation gone = relations.remove(random.nextInt(relations.size()));
      add("DROP " + gone.kind + " " + gone.name + (chance(2) ? " CASCADE" : ""));
    }
  }

  private String condition(Relation relation) {
    Column column = column(relation);
    return switch (random.nextInt(4)) {
      case 0 -> column.name + " IS NOT NULL";
      case 1 -> column.name + "::text <> " + text();
      case 2 -> column.name + "::text IN ('a', 'b') OR length(" + column.name + "::text) > 3";
      default -> "CURRENT_USER = 'x' OR " + column.name + " IS NULL";
    };
  }

  private String expression(Column source) {
    String column = "r." + source.name;
    return switch (random.nextInt(6)) {
      case 0 -> "coalesce(" + column + "::text, " + text() + ")";
      case 1 -> "CASE WHEN " + column + " IS NULL THEN 'x' ELSE " + column + "::text END";
      case 2 -> "(SELECT max(" + column + "::text))";
      case 3 -> "upper(" + column + "::text) || 'é'";
      default -> column;
    };
  }

  private String column(String name, int number) {
    return Identifiers.quote(name + word() + number) + ' ' + type(types);
  }

  private String type(List<String> own) {
    if (!own.isEmpty() && chance(3)) {
      return pick(own) + (chance(5) ? "[]" : "");
    }
    return chance(12) && !relations.isEmpty() ? pick(relations).name : pick(BASE_TYPES);
  }

  /**
   * For a column that comes late. A row of a materialized view that reads the table would be a
   * circle that SQL has no way to make, but for adding the column at the end; pg_dump has none.
   */
  private String addedType() {
    String type = type(types);
    boolean materialized =
        relations.stream().anyMatch(r -> r.kind.equals(MATERIALIZED) && r.name.equals(type));
    return materialized ? "integer" : type;
  }

  private Column column(Relation relation) {
    return relation.columns.isEmpty() ? new Column("id", "integer") : pick(relation.columns);
  }

  private String newName() {
    return pick(schemas)
        + '.'
        + Identifiers.quoteAlways(word() + (chance(4) ? "" : "" + counter++));
  }

  /** What follows the schema, as a column reference names its table. */
  private static String tail(String name) {
    int quote = name.lastIndexOf(".\"");
    return quote < 0 ? name : name.substring(quote + 1);
  }

  private String word() {
    return pick(WORDS);
  }

  private String text() {
    return pick(List.of("'x'", "'it''s'", "E'a\\\\b\\nc'", "'é 😀'", "''", "'$$'", "':USER'"));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void add(String statement) {
    statements.add(statement);
  }
}
