package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An object as read, before its place in the order is known. */
final class Node {
  /** How an object is taken apart when it stands in a circle of dependencies. */
  @FunctionalInterface
  interface Splitter {
    /**
     * The parts that replace the object; empty if that does not help.
     *
     * @param causes the catalog rows of the object through which the circle goes
     */
    Optional<List<Node>> split(Set<Address> causes);
  }

  /**
   * How, and in which order, objects of a circle are taken apart: what disturbs the reader least
   * first. All but {@link #PART} give a shell as the first of the parts: the rest of the circle
   * makes do with it.
   */
  enum Ease {
    PART,
    TYPE,
    VIEW,
    ROUTINE
  }

  private final ObjectIdentity identity;
  private final Set<Address> provides = new LinkedHashSet<>();
  private final Set<Address> bodies = new LinkedHashSet<>();
  private final Set<Address> needs = new LinkedHashSet<>();
  private final Set<Node> after = new LinkedHashSet<>();
  private final List<String> create = new ArrayList<>();
  private final List<String> drop = new ArrayList<>();
  private Optional<Splitter> splitter = Optional.empty();
  private Ease ease = Ease.PART;
  private boolean onDemand;

  Node(ObjectIdentity identity) {
    this.identity = identity;
  }

  /** The rows it makes: who depends on them depends on it, and what they depend on it needs. */
  Node makes(Address... rows) {
    return provides(rows).body(rows);
  }

  /** Rows that others find here. */
  Node provides(Address... rows) {
    provides.addAll(List.of(rows));
    return this;
  }

  /** Rows whose dependencies are its own. */
  Node body(Address... rows) {
    bodies.addAll(List.of(rows));
    return this;
  }

  /** What pg_depend does not know of. */
  Node needs(Address row) {
    needs.add(row);
    return this;
  }

  /** A node that stands before this one. */
  Node after(Node other) {
    after.add(other);
    return this;
  }

  Node create(String statement) {
    create.add(statement);
    return this;
  }

  Node create(List<String> statements) {
    create.addAll(statements);
    return this;
  }

  Node drop(String statement) {
    drop.add(statement);
    return this;
  }

  /** Carried only if another object needs it. */
  Node onDemand() {
    onDemand = true;
    return this;
  }

  boolean isOnDemand() {
    return onDemand;
  }

  Node splits(Ease how, Splitter way) {
    ease = how;
    splitter = Optional.of(way);
    return this;
  }

  ObjectIdentity identity() {
    return identity;
  }

  Set<Address> provides() {
    return provides;
  }

  Set<Address> bodies() {
    return bodies;
  }

  Set<Address> needs() {
    return needs;
  }

  Set<Node> after() {
    return after;
  }

  List<String> create() {
    return create;
  }

  List<String> drop() {
    return drop;
  }

  Optional<Splitter> splitter() {
    return splitter;
  }

  Ease ease() {
    return ease;
  }

  @Override
  public String toString() {
    return identity.toString();
  }
}
