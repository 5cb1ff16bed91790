package dev.pgstow.catalog;

import java.util.Optional;

/** Where changes on PostgreSQL's own objects go: one object, there if there are any. */
final class SystemNode {
  private final Reading reading;
  private Optional<Node> node = Optional.empty();

  SystemNode(Reading reading) {
    this.reading = reading;
  }

  /** The object; empty if only some schemas are asked for. */
  Optional<Node> node() {
    if (node.isEmpty() && reading.scope().whole()) {
      Node made =
          new Node(new ObjectIdentity(ObjectKind.SCHEMA, Optional.empty(), "pg_catalog", ""));
      reading.addUncounted(made);
      node = Optional.of(made);
    }
    return node;
  }
}
