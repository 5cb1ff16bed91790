package dev.pgstow.source;

import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.Ownership;
import dev.pgstow.metaschema.TableOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds how the rows of tables belong to a database; by {@code schema.table}. */
final class Owners {
  private static final String DATABASE_TABLE = "metaschema_public.database";

  private final Map<String, TableShape> shapes;
  private final List<String> excluded;
  private final Map<String, Ownership> owned = new HashMap<>();

  private Owners(Map<String, TableShape> shapes, List<String> excluded) {
    this.shapes = shapes;
    this.excluded = excluded;
  }

  /**
   * The tables whose rows belong to a database.
   *
   * @param excluded tables that may be ambiguous, because nobody will read them
   * @throws Failure {@code ownership-ambiguous}
   */
  static Map<String, Ownership> of(Map<String, TableShape> shapes, List<String> excluded) {
    Owners owners = new Owners(shapes, excluded);
    owners.findOwnColumns();
    owners.findDomains();
    owners.findChildren();
    return owners.owned;
  }

  private void findOwnColumns() {
    for (TableShape table : shapes.values()) {
      if (table.label().equals(DATABASE_TABLE)) {
        owned.put(table.label(), new Ownership.Column("id"));
      } else if (table.has("database_id")) {
        owned.put(table.label(), new Ownership.Column("database_id"));
      }
    }
  }

  /** A table with {@code domain_id} belongs to the database of its domain, key or no key. */
  private void findDomains() {
    for (TableShape table : shapes.values()) {
      if (!owned.containsKey(table.label()) && table.has("domain_id")) {
        domains(table).ifPresent(parent -> own(table, "domain_id", parent, "id"));
      }
    }
  }

  private Optional<TableShape> domains(TableShape table) {
    List<String> candidates = new ArrayList<>();
    table.foreignKeys().stream()
        .filter(key -> key.column().equals("domain_id") && key.referenced().equals("id"))
        .forEach(key -> candidates.add(key.parent()));
    candidates.add(table.schema() + ".domains");
    TableOrder.schemas().forEach(schema -> candidates.add(schema + ".domains"));
    return candidates.stream()
        .map(shapes::get)
        .filter(Objects::nonNull)
        .filter(shape -> shape.has("database_id") && shape.has("id"))
        .findFirst();
  }

  /** Tables that refer to an owned one, directly or through others, by one key each. */
  private void findChildren() {
    Map<String, List<TableShape.ForeignKey>> children = new LinkedHashMap<>();
    while (shapes.values().stream().anyMatch(table -> isNewChild(table, children))) {
      shapes.values().stream()
          .filter(table -> isNewChild(table, children))
          .findFirst()
          .ifPresent(table -> children.put(table.label(), new ArrayList<>()));
    }
    children.forEach(
        (label, keys) -> {
          keys.addAll(qualifying(Objects.requireNonNull(shapes.get(label)), children));
          requireOne(label, keys);
        });
    while (children.entrySet().removeIf(child -> own(child.getKey(), child.getValue().get(0)))) {
      // Each round owns the children of those owned before; cycles stay without an owner.
    }
  }

  private boolean isNewChild(TableShape table, Map<String, ?> children) {
    return !owned.containsKey(table.label())
        && !children.containsKey(table.label())
        && !qualifying(table, children).isEmpty();
  }

  private List<TableShape.ForeignKey> qualifying(TableShape table, Map<String, ?> children) {
    Map<String, TableShape.ForeignKey> keys = new LinkedHashMap<>();
    for (TableShape.ForeignKey key : table.foreignKeys()) {
      if (!key.parent().equals(table.label())
          && (owned.containsKey(key.parent()) || children.containsKey(key.parent()))) {
        keys.putIfAbsent(key.column() + " " + key.parent() + " " + key.referenced(), key);
      }
    }
    return List.copyOf(keys.values());
  }

  private void requireOne(String label, List<TableShape.ForeignKey> keys) {
    if (keys.size() > 1 && !excluded.contains(label)) {
      throw Failure.failed(
          "ownership-ambiguous",
          "Can't tell how rows of "
              + label
              + " belong to a database: several foreign keys could say so: "
              + keys.stream()
                  .map(key -> key.constraint() + " (" + key.column() + " -> " + key.parent() + ")")
                  .sorted()
                  .collect(Collectors.joining(", "))
              + ".",
          "Leave the table out with --exclude-table " + label + ".");
    }
  }

  private boolean own(String child, TableShape.ForeignKey key) {
    if (!owned.containsKey(key.parent())) {
      return false;
    }
    TableShape parent = Objects.requireNonNull(shapes.get(key.parent()));
    own(Objects.requireNonNull(shapes.get(child)), key.column(), parent, key.referenced());
    return true;
  }

  private void own(TableShape table, String column, TableShape parent, String referenced) {
    Ownership of = Objects.requireNonNull(owned.get(parent.label()));
    owned.put(
        table.label(),
        new Ownership.Reference(column, parent.schema(), parent.name(), referenced, of));
  }
}
