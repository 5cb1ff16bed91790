package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One reading of a database: what the readers of the kinds share and where they put objects. */
final class Reading {
  private final Queries queries;
  private final Scope scope;
  private final Members members;
  private final Temporary temporary;
  private final Belongings belongings;
  private final Tally tally = new Tally();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Catalog.Omission> omissions = new ArrayList<>();
  private final Set<Address> others = new HashSet<>();
  private final Set<String> notes = new LinkedHashSet<>();

  Reading(
      Queries queries, Scope scope, Members members, Temporary temporary, Belongings belongings) {
    this.queries = queries;
    this.scope = scope;
    this.members = members;
    this.temporary = temporary;
    this.belongings = belongings;
  }

  Queries queries() {
    return queries;
  }

  int major() {
    return queries.major();
  }

  Scope scope() {
    return scope;
  }

  Members members() {
    return members;
  }

  Belongings belongings() {
    return belongings;
  }

  Comments comments() {
    return belongings.comments();
  }

  /**
   * Meets an object. Whoever is told yes gives it to {@link #add}, {@link #written} or {@link
   * #omit}.
   */
  boolean admits(ObjectIdentity identity, Address row) {
    return admits(identity, row, row);
  }

  /** As above; an object that is part of another is an extension's if that one is. */
  boolean admits(ObjectIdentity identity, Address row, Address whole) {
    return admits(identity, identity.schema(), row, whole);
  }

  /** As above; what is asked for is told by {@code schema}. */
  boolean admits(ObjectIdentity identity, Optional<String> schema, Address row, Address whole) {
    boolean system = schema.filter(Scope::isSystem).isPresent();
    if (members.has(row)
        || members.has(whole)
        || temporary.has(row)
        || (!system && !scope.wants(schema))) {
      others.add(row);
      tally.other(identity.kind());
      return false;
    }
    tally.seen(identity.kind());
    if (system) {
      others.add(row);
      omit(
          identity, "It is in the schema " + schema.orElseThrow() + ", which is PostgreSQL's own.");
      return false;
    }
    return true;
  }

  void add(Node node) {
    nodes.add(node);
    written(node.identity().kind());
  }

  /** Adds what was not asked for but goes along if something that was needs it. */
  void addOnDemand(Node node) {
    nodes.add(node.onDemand());
  }

  /** Adds what makes no row of a kind of its own. */
  void addUncounted(Node node) {
    nodes.add(node);
  }

  /** An object that another one's statements make. */
  void written(ObjectKind kind) {
    tally.written(kind);
  }

  void omit(ObjectIdentity identity, String why) {
    omissions.add(new Catalog.Omission(identity, why));
    tally.omitted(identity.kind());
  }

  /** Leaves out all objects of a kind, in one word. */
  void omitAll(ObjectKind kind, int count, String why) {
    for (int i = 0; i < count; i++) {
      tally.seen(kind);
      tally.omitted(kind);
    }
    omissions.add(
        new Catalog.Omission(
            new ObjectIdentity(kind, Optional.empty(), "(" + count + ")", ""), why));
  }

  /** Whether the object is known not to be asked for. */
  boolean isOther(Address row) {
    return others.contains(row) || members.has(row) || temporary.has(row);
  }

  void note(String note) {
    notes.add(note);
  }

  Tally tally() {
    return tally;
  }

  List<Node> nodes() {
    return nodes;
  }

  List<Catalog.Omission> omissions() {
    return omissions;
  }

  List<String> notes() {
    return List.copyOf(notes);
  }
}
