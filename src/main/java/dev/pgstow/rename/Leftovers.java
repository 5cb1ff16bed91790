package dev.pgstow.rename;

/** Counts what looked like a schema's name but did not stand as one. */
final class Leftovers {
  private long count;

  void add() {
    count++;
  }

  long count() {
    return count;
  }
}
