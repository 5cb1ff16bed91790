package dev.pgstow.rename;

/** What an ordinary word may be in a text. */
enum TextMode {
  /** A schema only where the words around it say so. */
  PLAIN,
  /** Never a schema: hosts, settings, quoted identifiers. */
  OPAQUE,
  /** A schema's name as it is in the catalog, or several. */
  SCHEMAS,
  /** Names of schemas that PostgreSQL folds to lower case, such as a search_path. */
  FOLDED_SCHEMAS
}
