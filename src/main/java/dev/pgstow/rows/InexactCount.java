package dev.pgstow.rows;

/**
 * How many values of a column JSON can't say: JSON's null inside a json value, which reads back as
 * SQL NULL, and arrays that do not start at 1. With {@code --exact} they are wrapped.
 */
final class InexactCount {
  private long count;

  void add() {
    count++;
  }

  long count() {
    return count;
  }
}
