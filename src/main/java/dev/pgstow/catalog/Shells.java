package dev.pgstow.catalog;

/** What tells the first part of an object that comes in two from the object. */
final class Shells {
  private Shells() {}

  /** The qualifier of a shell's identity. */
  static String mark(String qualifier) {
    return qualifier.isEmpty() ? "shell" : qualifier + "; shell";
  }
}
