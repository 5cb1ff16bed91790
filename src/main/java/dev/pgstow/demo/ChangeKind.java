package dev.pgstow.demo;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a change makes, told by the shape of its name; tried in this order. Each kind knows the
 * scripts that go without saying. In a template {@code {part}} is a part of the name as an
 * identifier, {@code [part]} its text.
 */
enum ChangeKind {
  SCHEMA(
      "schemas/(?<schema>[^/]+)/schema",
      "create_schema",
      "",
      "CREATE SCHEMA {schema};",
      "DROP SCHEMA {schema};",
      "SELECT verify_schema('[schema]');"),
  SCHEMA_GRANT(
      "schemas/(?<schema>[^/]+)/grants/grant_(?<privilege>usage)_to_(?<role>\\w+)",
      "grant_schema",
      "security",
      "GRANT {privilege} ON SCHEMA {schema} TO {role};",
      "REVOKE {privilege} ON SCHEMA {schema} FROM {role};",
      ""),
  DEFAULT_PRIVILEGES(
      "schemas/(?<schema>[^/]+)/default_privileges/\\w+",
      "alter_default_privileges",
      "security",
      "",
      "",
      ""),
  TABLE(
      inTable("/table"),
      "create_table",
      "",
      "",
      "DROP TABLE {schema}.{table};",
      "SELECT verify_table('[schema].[table]');"),
  COLUMN(
      inTable("/columns/(?<name>\\w+)/column"),
      "alter_table_add_column",
      "",
      "",
      "ALTER TABLE {schema}.{table} DROP COLUMN {name};",
      ""),
  COLUMN_COMMENT(inTable("/columns/\\w+/comment"), "comment_column", "", "", "", ""),
  CONSTRAINT(
      inTable("/constraints/(?<name>\\w+)"),
      "alter_table_add_constraint",
      "",
      "",
      "ALTER TABLE {schema}.{table} DROP CONSTRAINT {name};",
      "SELECT verify_constraint('[schema].[table]', '[name]');"),
  INDEX(
      inTable("/indexes/(?<name>\\w+)"),
      "create_index",
      "",
      "",
      "DROP INDEX {schema}.{name};",
      "SELECT verify_index('[schema].[table]', '[name]');"),
  TRIGGER(
      inTable("/triggers/(?<name>\\w+)"),
      "create_trigger",
      "",
      "",
      "DROP TRIGGER {name} ON {schema}.{table};",
      "SELECT verify_trigger('[schema].[name]');"),
  ROW_SECURITY(
      inTable("/policies/enable_row_level_security"),
      "enable_row_level_security",
      "security",
      "ALTER TABLE {schema}.{table} ENABLE ROW LEVEL SECURITY;",
      "ALTER TABLE {schema}.{table} DISABLE ROW LEVEL SECURITY;",
      "SELECT verify_security('[schema].[table]');"),
  POLICY(
      inTable("/policies/(?<name>\\w+)"),
      "create_policy",
      "security",
      "",
      "DROP POLICY {name} ON {schema}.{table};",
      "SELECT verify_policy('[name]', '[schema].[table]');"),
  TABLE_GRANT(
      inTable("/grants/grant_(?<privilege>[a-z]+)_to_(?<role>\\w+)"),
      "grant_table",
      "security",
      "GRANT {privilege} ON TABLE {schema}.{table} TO {role};",
      "REVOKE {privilege} ON TABLE {schema}.{table} FROM {role};",
      "SELECT verify_table_grant('[schema].[table]', '[privilege]', '[role]');"),
  GRANT("schemas/(?<schema>[^/]+)/.*/grants/\\w+", "grant", "security", "", "", ""),
  COMMENT(
      inTable("/comment"),
      "comment_table",
      "",
      "",
      "COMMENT ON TABLE {schema}.{table} IS NULL;",
      ""),
  FIXTURE(inTable("/fixtures/\\w+"), "insert_fixture", "", "", "", ""),
  VIEW(
      "schemas/(?<schema>[^/]+)/views/(?<name>\\w+)",
      "create_view",
      "",
      "",
      "DROP VIEW {schema}.{name};",
      "SELECT verify_view('[schema].[name]');"),
  MATERIALIZED_VIEW(
      "schemas/(?<schema>[^/]+)/materialized_views/(?<name>\\w+)",
      "create_materialized_view",
      "",
      "",
      "DROP MATERIALIZED VIEW {schema}.{name};",
      "SELECT verify_view('[schema].[name]');"),
  TYPE(
      "schemas/(?<schema>[^/]+)/types/(?<name>\\w+)",
      "create_type",
      "",
      "",
      "DROP TYPE {schema}.{name};",
      "SELECT verify_type('[schema].[name]');"),
  DOMAIN(
      "schemas/(?<schema>[^/]+)/domains/(?<name>\\w+)",
      "create_domain",
      "",
      "",
      "DROP DOMAIN {schema}.{name};",
      "SELECT verify_domain('[schema].[name]');"),
  FUNCTION(
      "schemas/(?<schema>[^/]+)/procedures/(?<name>\\w+)(/procedure)?",
      "create_function",
      "",
      "",
      "DROP FUNCTION {schema}.{name};",
      "SELECT verify_function('[schema].[name]');"),
  PUBLIC_FUNCTION(
      "procedures/(?<name>\\w+)",
      "create_function",
      "",
      "",
      "DROP FUNCTION public.{name};",
      "SELECT 'public.[name]'::regproc;"),
  REGISTRATION("migrate/registry/\\w+", "register_partition", "meta_registration", "", "", "");

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");
  private static final Pattern PLACEHOLDER = Pattern.compile("[{\\[](\\w+)[}\\]]");

  private final Pattern shape;
  private final String actionName;
  private final String category;
  private final String deploy;
  private final String revert;
  private final String verify;

  ChangeKind(
      String shape,
      String actionName,
      String category,
      String deploy,
      String revert,
      String verify) {
    this.shape = Pattern.compile(shape);
    this.actionName = actionName;
    this.category = category;
    this.deploy = deploy;
    this.revert = revert;
    this.verify = verify;
  }

  static ChangeKind of(String change) {
    for (ChangeKind kind : values()) {
      if (kind.shape.matcher(change).matches()) {
        return kind;
      }
    }
    throw new IllegalArgumentException("No kind of change has a name such as " + change);
  }

  /** What {@code sql_actions.name} says. */
  String actionName() {
    return actionName;
  }

  /** What {@code sql_actions.category} says; empty for NULL. */
  String category() {
    return category;
  }

  String deploy(String change) {
    return fill(deploy, change);
  }

  String revert(String change) {
    return fill(revert, change);
  }

  String verify(String change) {
    return fill(verify, change);
  }

  private String fill(String template, String change) {
    Matcher parts = shape.matcher(change);
    if (!parts.matches()) {
      throw new IllegalArgumentException(change + " is no " + this);
    }
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(place -> Matcher.quoteReplacement(value(place, parts.group(place.group(1)))));
  }

  private static String value(MatchResult place, String part) {
    boolean identifier = place.group().startsWith("{");
    if (place.group(1).equals("privilege")) {
      return identifier ? part.toUpperCase(Locale.ROOT) : part;
    }
    return identifier && !PLAIN.matcher(part).matches() ? '"' + part + '"' : part;
  }

  private static String inTable(String rest) {
    return "schemas/(?<schema>[^/]+)/tables/(?<table>[^/]+)" + rest;
  }
}
