package dev.pgstow.dump;

import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.sql.Literals;

/** Checks of objects that have no plain name in the server's catalog. */
final class OddCheck {
  private static final String LANGUAGE = "language ";
  private static final String COUNT = "SELECT 1 / pg_catalog.count(*) FROM pg_catalog.";

  /** Types are named as the catalog was read: with their schemas. */
  private static final String QUALIFIED = "SET LOCAL search_path = '';\n\n";

  private final ObjectIdentity identity;
  private final String name;
  private final String qualifier;

  OddCheck(ObjectIdentity identity) {
    this.identity = identity;
    this.name = Literals.quote(identity.name());
    this.qualifier = identity.qualifier();
  }

  String sql() {
    return switch (identity.kind()) {
      case CAST ->
          QUALIFIED
              + COUNT
              + "pg_cast\nWHERE pg_catalog.format_type(castsource, NULL) || ' AS '"
              + " || pg_catalog.format_type(casttarget, NULL) = "
              + name;
      case TRANSFORM ->
          QUALIFIED
              + COUNT
              + "pg_transform t\nJOIN pg_catalog.pg_language l ON l.oid = t.trflang\nWHERE"
              + " pg_catalog.format_type(t.trftype, NULL) = "
              + name
              + " AND l.lanname = "
              + Literals.quote(
                  qualifier.startsWith(LANGUAGE)
                      ? qualifier.substring(LANGUAGE.length())
                      : qualifier);
      case OPERATOR_CLASS -> ofMethod("operator class");
      case OPERATOR_FAMILY -> ofMethod("operator family");
      case USER_MAPPING ->
          COUNT
              + "pg_user_mappings WHERE usename = "
              + name
              + " AND srvname = "
              + Literals.quote(qualifier);
      case DEFAULT_PRIVILEGES ->
          COUNT
              + "pg_default_acl d\nLEFT JOIN pg_catalog.pg_namespace n ON n.oid ="
              + " d.defaclnamespace\nWHERE pg_catalog.pg_get_userbyid(d.defaclrole) = "
              + name
              + " AND coalesce(n.nspname, '') = "
              + Literals.quote(identity.schema().orElse(""))
              + " AND d.defaclobjtype = '"
              + objects()
              + "'";
      default -> COUNT + "pg_database WHERE datname = pg_catalog.current_database()";
    };
  }

  private String ofMethod(String type) {
    return "SELECT pg_catalog.pg_get_object_address('"
        + type
        + "', ARRAY["
        + ObjectCheck.list(qualifier, identity.schema().orElse(""), identity.name())
        + "], ARRAY[]::pg_catalog.text[])";
  }

  private char objects() {
    return switch (qualifier) {
      case "SEQUENCES" -> 'S';
      case "FUNCTIONS" -> 'f';
      case "TYPES" -> 'T';
      case "SCHEMAS" -> 'n';
      case "LARGE OBJECTS" -> 'L';
      default -> 'r';
    };
  }
}
