package dev.pgstow.rename;

/** The dotted name that is being read: {@code a.b.c}. */
final class Chain {
  private boolean dot;
  private int links;
  private boolean qualifier;
  private boolean qualifierBefore;

  /** A dot was read. */
  void dot() {
    dot = true;
  }

  /** An identifier was read. */
  void identifier() {
    links = dot ? links + 1 : 0;
    qualifierBefore = qualifier;
    qualifier = false;
    dot = false;
  }

  /** Whether the identifier just read is known to be a schema or row. */
  void qualifier(boolean known) {
    qualifier = known;
  }

  /** Something else was read: behind {@code )} or {@code ]} a dot leads to a field. */
  void end() {
    dot = false;
    links = 1;
  }

  /** Whether the identifier stands behind a dot. */
  boolean isContinued() {
    return links > 0;
  }

  /**
   * Whether the identifier may be a schema: the first of its chain, or the second behind a
   * database. Behind a schema or a row it is a table or a field.
   */
  boolean mayStartWithSchema() {
    return links == 0 || (links == 1 && !qualifierBefore);
  }
}
