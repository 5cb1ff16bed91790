package dev.pgstow.rename;

import java.util.List;

/** Words that tell what the name behind them is. */
enum Role {
  /** {@code CREATE SCHEMA app}, {@code {"schema": "app"}}. */
  SCHEMA("schema"),
  /** The remote schema of {@code IMPORT FOREIGN SCHEMA} has nothing to do with ours. */
  FOREIGN("foreign"),
  EXISTENCE("if not exists"),
  /** In front of {@code SCHEMA}: several names may follow. */
  LISTING("drop in on"),
  /** What a table's name follows; of use where a text ends with {@code FROM app.}. */
  RELATION("from join update table"),
  /** The same; in {@code IMPORT FOREIGN SCHEMA} a schema of ours. */
  INTO("into"),
  /** {@code OPERATOR(app.*)}, {@code CREATE OPERATOR app.*}, {@code OPERATOR 2 app.*}. */
  OPERATOR("operator"),
  /** {@code schemas/app/…}, {@code {"schemas": ["app"]}}. */
  SCHEMAS("schemas"),
  SEARCH_PATH("search_path"),
  ASSIGNMENT("to"),
  /** What comes next is a setting, such as {@code app.user_id}. */
  SETTING("set reset show"),
  SETTING_SCOPE("local session"),
  SETTING_FUNCTION("current_setting set_config"),
  /** Functions whose first argument is a schema's name. */
  SCHEMA_FUNCTION(
      "verify_schema to_regnamespace has_schema_privilege schema_to_xml "
          + "schema_to_xmlschema schema_to_xml_and_xmlschema"),
  /**
   * Columns, variables and functions that give names of schemas; {@link SchemaColumns} knows them
   * by their endings.
   */
  SCHEMA_COLUMN(
      "schema_name schemaname schema_names nspname table_schema constraint_schema "
          + "trigger_schema event_object_schema specific_schema routine_schema "
          + "sequence_schema domain_schema udt_schema private_schema public_schema "
          + "character_set_schema collation_schema foreign_table_schema object_schema "
          + "unique_constraint_schema user_defined_type_schema view_schema tg_table_schema "
          + "current_schema "
          + "private_schemas public_schemas private_schema_name public_schema_name"),
  /** What may stand between such a column and its value. */
  FILLER("any array like"),
  /** What a function body follows. */
  BODY("as do"),
  LANGUAGE("language");

  private final String words;

  Role(String words) {
    this.words = words;
  }

  List<String> words() {
    return List.of(words.split(" ", -1));
  }
}
