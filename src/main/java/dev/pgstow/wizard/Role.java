package dev.pgstow.wizard;

/** What a piece of text is there for; the {@link Theme} says how that looks. */
enum Role {
  TEXT,
  DIM,
  TITLE,
  ACCENT,
  /** The row the cursor is on. */
  SELECTED,
  /** Details in the row the cursor is on. */
  SELECTED_DIM,
  KEY,
  INPUT,
  OK,
  WARNING,
  ERROR,
  ADDED,
  REMOVED,
  CHANGED,
  BAR,
  BAR_REST
}
