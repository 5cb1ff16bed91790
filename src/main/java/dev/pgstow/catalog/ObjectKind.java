package dev.pgstow.catalog;

/** The kinds of objects a dump carries; the folder is that of the per-kind layout. */
public enum ObjectKind {
  SCHEMA("schema", "schemas"),
  EXTENSION("extension", "extensions"),
  LANGUAGE("language", "languages"),
  ACCESS_METHOD("access method", "access_methods"),
  TYPE("type", "types"),
  DOMAIN("domain", "domains"),
  COLLATION("collation", "collations"),
  CONVERSION("conversion", "conversions"),
  CAST("cast", "casts"),
  TRANSFORM("transform", "transforms"),
  FUNCTION("function", "functions"),
  PROCEDURE("procedure", "procedures"),
  AGGREGATE("aggregate", "aggregates"),
  OPERATOR("operator", "operators"),
  OPERATOR_FAMILY("operator family", "operator_families"),
  OPERATOR_CLASS("operator class", "operator_classes"),
  TEXT_SEARCH_PARSER("text search parser", "text_search/parsers"),
  TEXT_SEARCH_TEMPLATE("text search template", "text_search/templates"),
  TEXT_SEARCH_DICTIONARY("text search dictionary", "text_search/dictionaries"),
  TEXT_SEARCH_CONFIGURATION("text search configuration", "text_search/configurations"),
  FOREIGN_DATA_WRAPPER("foreign-data wrapper", "foreign_data_wrappers"),
  FOREIGN_SERVER("foreign server", "foreign_servers"),
  USER_MAPPING("user mapping", "user_mappings"),
  SEQUENCE("sequence", "sequences"),
  TABLE("table", "tables"),
  FOREIGN_TABLE("foreign table", "foreign_tables"),
  DEFAULT("default", "defaults"),
  VIEW("view", "views"),
  MATERIALIZED_VIEW("materialized view", "materialized_views"),
  CONSTRAINT("constraint", "constraints"),
  INDEX("index", "indexes"),
  STATISTICS("statistics", "statistics"),
  RULE("rule", "rules"),
  TRIGGER("trigger", "triggers"),

  POLICY("policy", "policies"),
  PUBLICATION("publication", "publications"),
  SUBSCRIPTION("subscription", "subscriptions"),
  DEFAULT_PRIVILEGES("default privileges", "default_privileges"),
  EVENT_TRIGGER("event trigger", "event_triggers"),
  LARGE_OBJECT("large object", "large_objects"),
  DATABASE("database", "database");

  private final String label;
  private final String folder;

  ObjectKind(String label, String folder) {
    this.label = label;
    this.folder = folder;
  }

  /** For people, singular. */
  public String label() {
    return label;
  }

  /** Of the per-kind layout, relative, with {@code /}. */
  public String folder() {
    return folder;
  }
}
