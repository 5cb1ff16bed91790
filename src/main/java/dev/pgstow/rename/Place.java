package dev.pgstow.rename;

/** What the next name of a statement would be. */
enum Place {
  /** A column, a variable, a call: {@code app.x} is no schema's if anything else is called app. */
  OPERAND,
  /** A table, which may get an alias. */
  RELATION,
  /** A type, an object, an alias. */
  OTHER
}
