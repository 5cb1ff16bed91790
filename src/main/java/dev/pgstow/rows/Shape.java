package dev.pgstow.rows;

import java.util.List;

/** How PostgreSQL's text of a type is built. */
sealed interface Shape {

  /** No parts that JSON would show. */
  record Leaf(LeafKind kind) implements Shape {}

  /**
   * {@code {a,b}}, of any number of dimensions.
   *
   * @param delimiter {@code typdelim} of the elements
   */
  record Array(Shape element, byte delimiter) implements Shape {}

  /** {@code (a,b)}. */
  record Composite(List<Field> fields) implements Shape {}

  /**
   * A field of a composite.
   *
   * @param key its name as a JSON key, with what stands before and behind it
   */
  @SuppressWarnings("ArrayRecordComponent") // Written once, never compared.
  record Field(byte[] key, Shape shape) {}
}
