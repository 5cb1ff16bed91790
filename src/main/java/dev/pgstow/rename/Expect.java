package dev.pgstow.rename;

/**
 * What the next name would be, by the words and signs before it. The same automaton reads SQL and
 * SQL, JSON or paths inside text.
 */
enum Expect {
  NOTHING,
  SCHEMA,
  LISTING,
  SCHEMA_LIST,
  NEXT_SCHEMA,
  RELATION,
  FOREIGN,
  /** Up to the {@code INTO} of {@code IMPORT FOREIGN SCHEMA}. */
  IMPORT,
  /** An operator, or what leads to one. */
  SYMBOL,
  PATH_ASSIGNMENT,
  PATH_ITEM,
  NEXT_PATH_ITEM,
  /** The value in {@code set_config('search_path', 'app, public', false)}. */
  PATH_ARGUMENT,
  NEXT_PATH_ARGUMENT,
  SETTING,
  SETTING_CALL,
  SETTING_ARGUMENT,
  SCHEMA_CALL,
  SCHEMA_ARGUMENT,
  NEXT_SCHEMA_ARGUMENT,
  /** Behind {@code schemas/}. */
  SEGMENT,
  /** Behind a column or JSON key that holds names of schemas. */
  OPERATOR,
  VALUE,
  /** Between the parentheses of {@code current_schema()}. */
  NO_ARGUMENT,
  LIST,
  NEXT_LIST,
  BODY,
  BODY_LANGUAGE;

  /** Whether a name standing alone here is a schema's. */
  boolean schema() {
    return folds() || this == SEGMENT || this == VALUE || this == LIST;
  }

  /** Whether an identifier here is a schema; elsewhere only strings are. */
  boolean identifier() {
    return this == SCHEMA || this == SCHEMA_LIST || this == PATH_ITEM;
  }

  /** Whether such a name is folded to lower case when it stands without quotes. */
  boolean folds() {
    return identifier() || this == PATH_ARGUMENT || this == SCHEMA_ARGUMENT;
  }

  /** Whether {@code app.x} would be a setting here. */
  boolean setting() {
    return this == SETTING || this == SETTING_ARGUMENT;
  }

  Expect afterWord(Role role) {
    return switch (this) {
      case SCHEMA, SCHEMA_LIST -> role == Role.EXISTENCE ? this : afterName();
      case LISTING -> role == Role.SCHEMA ? SCHEMA_LIST : start(role);
      case PATH_ITEM -> afterName();
      case PATH_ASSIGNMENT -> role == Role.ASSIGNMENT ? PATH_ITEM : start(role);
      case SETTING -> role == Role.SETTING_SCOPE ? SETTING : start(role);
      case OPERATOR, VALUE -> fills(role) ? VALUE : start(role);
      case LIST -> role == Role.FILLER ? LIST : start(role);
      case FOREIGN -> role == Role.SCHEMA ? IMPORT : start(role);
      case IMPORT -> role == Role.INTO ? SCHEMA : IMPORT;
      case SYMBOL -> role == Role.EXISTENCE ? SYMBOL : start(role);
      case BODY -> role == Role.LANGUAGE ? BODY_LANGUAGE : start(role);
      default -> start(role);
    };
  }

  private static Expect start(Role role) {
    return switch (role) {
      case SCHEMA -> SCHEMA;
      case FOREIGN -> FOREIGN;
      case LISTING -> LISTING;
      case RELATION, INTO -> RELATION;
      case OPERATOR -> SYMBOL;
      case SEARCH_PATH -> PATH_ASSIGNMENT;
      case SETTING -> SETTING;
      case SETTING_FUNCTION -> SETTING_CALL;
      case SCHEMA_FUNCTION -> SCHEMA_CALL;
      case SCHEMAS, SCHEMA_COLUMN -> OPERATOR;
      case BODY -> BODY;
      default -> NOTHING;
    };
  }

  /** Behind a dot only columns and functions mean what they mean elsewhere. */
  Expect afterQualified(Role role) {
    return switch (role) {
      case SETTING_FUNCTION, SCHEMA_FUNCTION, SCHEMA_COLUMN -> start(role);
      case SCHEMA, SCHEMAS -> OPERATOR;
      default -> NOTHING;
    };
  }

  /** Behind any other identifier, and behind a string. */
  Expect afterName() {
    return switch (this) {
      case SCHEMA_LIST -> NEXT_SCHEMA;
      case PATH_ITEM -> NEXT_PATH_ITEM;
      case PATH_ARGUMENT -> NEXT_PATH_ARGUMENT;
      case SCHEMA_ARGUMENT -> NEXT_SCHEMA_ARGUMENT;
      case LIST -> NEXT_LIST;
      case BODY_LANGUAGE -> BODY;
      case IMPORT -> IMPORT;
      default -> NOTHING;
    };
  }

  Expect afterSign(char sign) {
    return switch (this) {
      case NEXT_SCHEMA -> sign == ',' ? SCHEMA_LIST : NOTHING;
      case PATH_ASSIGNMENT ->
          sign == ',' ? PATH_ARGUMENT : sign == '=' || sign == ':' ? PATH_ITEM : NOTHING;
      case NEXT_PATH_ARGUMENT -> sign == ',' ? PATH_ARGUMENT : NOTHING;
      case NEXT_PATH_ITEM -> sign == ',' ? PATH_ITEM : NOTHING;
      case SETTING_CALL -> sign == '(' ? SETTING_ARGUMENT : NOTHING;
      case SCHEMA_CALL -> sign == '(' ? SCHEMA_ARGUMENT : NOTHING;
      case NEXT_SCHEMA_ARGUMENT -> sign == ',' ? SCHEMA_ARGUMENT : NOTHING;
      case IMPORT -> sign == ';' ? NOTHING : IMPORT;
      case SYMBOL -> sign == '(' ? SYMBOL : NOTHING;
      case OPERATOR -> sign == '(' ? NO_ARGUMENT : compares(sign) ? VALUE : NOTHING;
      case NO_ARGUMENT -> sign == ')' ? OPERATOR : NOTHING;
      case SCHEMA, SCHEMA_LIST -> compares(sign) ? VALUE : NOTHING;
      case VALUE -> sign == '(' || sign == '[' ? LIST : compares(sign) ? VALUE : NOTHING;
      case LIST -> sign == '(' || sign == '[' ? LIST : NOTHING;
      case SEGMENT -> sign == '/' ? SEGMENT : NOTHING;
      case NEXT_LIST -> sign == ',' ? LIST : NOTHING;
      default -> NOTHING;
    };
  }

  private static boolean fills(Role role) {
    return role == Role.FILLER || role == Role.LISTING || role == Role.EXISTENCE;
  }

  private static boolean compares(char sign) {
    return sign == '=' || sign == ':' || sign == '<' || sign == '>' || sign == '!' || sign == '~';
  }
}
