package dev.pgstow.wizard;

/**
 * Something a view can do now.
 *
 * @param label what the footer calls it; empty to leave it out of the footer
 */
record Hint(Action action, String label) {

  /** Works, but needs no mention in the footer. */
  static Hint quiet(Action action) {
    return new Hint(action, "");
  }
}
