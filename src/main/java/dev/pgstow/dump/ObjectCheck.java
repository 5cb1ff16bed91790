package dev.pgstow.dump;

import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.sql.Identifiers;
import dev.pgstow.sql.Literals;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Statements that fail where an object is missing or is of another kind, mostly in the server's own
 * words: PostgreSQL's {@code pg_get_object_address} and casts to {@code regclass} and the like
 * raise an error then.
 */
final class ObjectCheck {
  private static final String SHELL = "shell";

  private final ObjectIdentity identity;
  private final String schema;
  private final String name;
  private final String qualifier;

  private ObjectCheck(ObjectIdentity identity) {
    this.identity = identity;
    this.schema = identity.schema().orElse("");
    this.name = identity.name();
    String text = identity.qualifier();
    this.qualifier =
        text.equals(SHELL)
            ? ""
            : text.endsWith("; " + SHELL)
                ? text.substring(0, text.length() - SHELL.length() - 2)
                : text;
  }

  /** The statement for an object, without the closing semicolon. */
  static String of(ObjectIdentity identity) {
    return new ObjectCheck(identity).sql();
  }

  private String sql() {
    return switch (identity.kind()) {
      case SCHEMA -> address("schema", name);
      case EXTENSION -> address("extension", name);
      case LANGUAGE -> address("language", name);
      case ACCESS_METHOD -> address("access method", name);
      case FOREIGN_DATA_WRAPPER -> address("foreign-data wrapper", name);
      case FOREIGN_SERVER -> address("server", name);
      case EVENT_TRIGGER -> address("event trigger", name);
      case PUBLICATION -> address("publication", name);
      case SUBSCRIPTION -> subscription();
      case COLLATION -> address("collation", schema, name);
      case CONVERSION -> address("conversion", schema, name);
      case STATISTICS -> address("statistics object", schema, name);
      case TEXT_SEARCH_PARSER -> address("text search parser", schema, name);
      case TEXT_SEARCH_TEMPLATE -> address("text search template", schema, name);
      case TEXT_SEARCH_DICTIONARY -> address("text search dictionary", schema, name);
      case TEXT_SEARCH_CONFIGURATION -> address("text search configuration", schema, name);
      case TABLE -> relation("r", "p");
      case FOREIGN_TABLE -> relation("f");
      case VIEW -> relation("v");
      case MATERIALIZED_VIEW -> relation("m");
      case SEQUENCE -> relation("S");
      case INDEX -> relation("i", "I");
      case TYPE -> type("typtype <> 'd'");
      case DOMAIN -> type("typtype = 'd'");
      case FUNCTION -> routine("f", "w");
      case PROCEDURE -> routine("p");
      case AGGREGATE -> routine("a");
      case DEFAULT ->
          identity
              .domain()
              .map(this::domainDefault)
              .orElseGet(() -> address("default value", schema, identity.table(), name));
      case CONSTRAINT ->
          identity
              .domain()
              .map(this::domainConstraint)
              .orElseGet(() -> address("table constraint", schema, identity.table(), name));
      case RULE -> address("rule", schema, identity.table(), name);
      case TRIGGER -> address("trigger", schema, identity.table(), name);
      case POLICY -> address("policy", schema, identity.table(), name);
      case OPERATOR ->
          "SELECT "
              + Literals.quote(Identifiers.quote(schema) + '.' + name + '(' + qualifier + ')')
              + "::pg_catalog.regoperator";
      case CAST,
          TRANSFORM,
          OPERATOR_FAMILY,
          OPERATOR_CLASS,
          USER_MAPPING,
          DEFAULT_PRIVILEGES,
          DATABASE ->
          new OddCheck(identity).sql();
      case LARGE_OBJECT -> throw new IllegalArgumentException("never written: " + identity);
    };
  }

  private String domainConstraint(String domain) {
    return "SELECT pg_catalog.pg_get_object_address('domain constraint', ARRAY["
        + Literals.quote(quoted(schema, domain))
        + "], ARRAY["
        + Literals.quote(name)
        + "])";
  }

  private String domainDefault(String domain) {
    return "SELECT 1 / pg_catalog.count(*) FROM pg_catalog.pg_type WHERE oid = "
        + Literals.quote(quoted(schema, domain))
        + "::pg_catalog.regtype AND typdefault IS NOT NULL";
  }

  private String relation(String... kinds) {
    return "SELECT 1 / pg_catalog.count(*) FROM pg_catalog.pg_class WHERE oid = "
        + Literals.quote(quoted(schema, name))
        + "::pg_catalog.regclass AND relkind IN ("
        + list(kinds)
        + ")";
  }

  /** By its name: what is but a shell can't be cast to. */
  private String type(String condition) {
    return "SELECT 1 / pg_catalog.count(*) FROM pg_catalog.pg_type t\nJOIN pg_catalog.pg_namespace n"
        + " ON n.oid = t.typnamespace\nWHERE n.nspname = "
        + Literals.quote(schema)
        + " AND t.typname = "
        + Literals.quote(name)
        + " AND t."
        + condition;
  }

  private String routine(String... kinds) {
    return "SELECT 1 / pg_catalog.count(*) FROM pg_catalog.pg_proc WHERE oid = "
        + Literals.quote(quoted(schema, name) + '(' + qualifier + ')')
        + "::pg_catalog.regprocedure AND prokind IN ("
        + list(kinds)
        + ")";
  }

  private String named(String catalog, String column) {
    return "SELECT 1 / pg_catalog.count(*) FROM pg_catalog."
        + catalog
        + " WHERE "
        + column
        + " = "
        + Literals.quote(name);
  }

  /** In this database: every database shows the subscriptions of all. */
  private String subscription() {
    return named("pg_subscription", "subname")
        + "\nAND subdbid = (SELECT oid FROM pg_catalog.pg_database"
        + " WHERE datname = pg_catalog.current_database())";
  }

  private static String address(String type, String... names) {
    return "SELECT pg_catalog.pg_get_object_address('"
        + type
        + "', ARRAY["
        + list(names)
        + "], ARRAY[]::pg_catalog.text[])";
  }

  static String list(String... texts) {
    List<String> all = Arrays.asList(texts);
    return all.stream().map(Literals::quote).collect(Collectors.joining(", "));
  }

  private static String quoted(String schema, String name) {
    return Identifiers.quote(schema) + '.' + Identifiers.quote(name);
  }
}
