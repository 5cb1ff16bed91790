package dev.pgstow.wizard;

/** What a key can do. Which keys do it is the {@link Keymap}'s business. */
enum Action {
  UP,
  DOWN,
  PAGE_UP,
  PAGE_DOWN,
  FIRST,
  LAST,
  LEFT,
  RIGHT,
  ACCEPT,
  BACK,
  FILTER,
  TOGGLE,
  ALL,
  NEXT_FIELD,
  PREVIOUS_FIELD,
  YES,
  NO,
  RETRY,
  CONNECTION,
  ERASE,
  DELETE,
  ERASE_WORD,
  ERASE_LINE,
  REDRAW,
  SUSPEND,
  HELP,
  ESCAPE,
  CANCEL
}
