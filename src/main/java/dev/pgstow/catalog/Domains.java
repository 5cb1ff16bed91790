package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Domains with their constraints. */
final class Domains {
  private final Map<Long, List<Constraint>> constraints = new HashMap<>();

  /** What CREATE DOMAIN says before the constraints. */
  private record Head(
      String type, Optional<String> value, boolean baseDefault, boolean notNull, long base) {}

  Domains(Queries queries) {
    queries.each(
        "domain constraints",
        """
        SELECT oid, conname, contype, conrelid, contypid, conindid, confrelid, conparentid,
          conislocal, convalidated, connoinherit, condeferrable, condeferred,
          conkey::text[] AS conkey, pg_get_constraintdef(oid) AS definition,
          (SELECT count(*) FROM pg_constraint n
            WHERE n.connamespace = c.connamespace AND n.conname = c.conname) AS namesakes
        FROM pg_constraint c WHERE oid >= 16384 AND contypid <> 0
        ORDER BY contypid, conname
        """,
        row -> {
          Constraint constraint = new Constraint(row);
          constraints.computeIfAbsent(constraint.domain, d -> new ArrayList<>()).add(constraint);
        });
  }

  Node node(Reading reading, TypeRow type, Row row) {
    Head head =
        new Head(
            row.text("base")
                + row.optional("collname")
                    .map(name -> " COLLATE " + Names.qualified(row.text("collnamespace"), name))
                    .orElse(""),
            row.optional("defaultexpression")
                .or(() -> row.optional("typdefault").map(Names::literal)),
            row.flag("basedefault"),
            row.flag("typnotnull"),
            row.oid("typbasetype"));
    List<Constraint> all = constraints.getOrDefault(type.address().oid(), List.of());
    Set<Address> later = new HashSet<>();
    for (Constraint constraint : all) {
      if (!constraint.validated) {
        later.add(constraint.row);
        reading.addUncounted(constraint(reading, type, constraint));
      }
    }
    return node(reading, type, head, later);
  }

  /** Accounts for the constraints. */
  void count(Reading reading, ObjectIdentity domain, Address address) {
    for (Constraint constraint : constraints.getOrDefault(address.oid(), List.of())) {
      if (reading.admits(identity(domain, constraint), constraint.row, address)) {
        reading.written(ObjectKind.CONSTRAINT);
      }
    }
  }

  private Node node(Reading reading, TypeRow type, Head head, Set<Address> apart) {
    boolean valueApart = apart.contains(type.address());
    Node node = type.node();
    StringBuilder sql = new StringBuilder("CREATE DOMAIN " + type.quoted() + " AS " + head.type);
    Optional<String> value = head.value.filter(text -> !valueApart);
    value.ifPresent(text -> sql.append("\n    DEFAULT ").append(text));
    List<Constraint> inside = new ArrayList<>();
    for (Constraint one : constraints.getOrDefault(type.address().oid(), List.of())) {
      if (!apart.contains(one.row)) {
        inside.add(one);
        node.makes(one.row);
        sql.append("\n    ").append(clause(type, one));
      }
    }
    if (head.notNull && inside.stream().noneMatch(Constraint::isNotNull)) {
      sql.append("\n    NOT NULL");
    }
    node.create(sql.toString());
    if (head.baseDefault && value.isEmpty()) {
      // It got that of its base type; DEFAULT NULL would become one of its own.
      node.create("ALTER DOMAIN " + type.quoted() + " DROP DEFAULT");
    }
    node.create(type.belongings(reading));
    for (Constraint one : inside) {
      node.create(comments(reading, type, one));
    }
    return node.splits(
        Node.Ease.PART,
        causes -> {
          Set<Address> wider = new HashSet<>(apart);
          List<Node> parts = new ArrayList<>();
          for (Constraint one : inside) {
            if (causes.contains(one.row) && wider.add(one.row)) {
              parts.add(constraint(reading, type, one));
            }
          }
          if (parts.isEmpty()
              && head.value.isPresent()
              && causes.contains(type.address())
              && wider.add(type.address())) {
            parts.add(value(type, head.value.get()));
          }
          if (parts.isEmpty()) {
            return Optional.empty();
          }
          parts.add(withoutBody(node(reading, type, head, wider), type, head, wider));
          return Optional.of(parts);
        });
  }

  /** Without its default, all the domain itself needs is its base type and schema. */
  private static Node withoutBody(Node node, TypeRow type, Head head, Set<Address> apart) {
    if (apart.contains(type.address())) {
      node.bodies().remove(type.address());
      node.needs(SystemCatalog.TYPE.row(head.base));
    }
    return node;
  }

  private static Node value(TypeRow type, String value) {
    String alter = "ALTER DOMAIN " + type.quoted();
    return new Node(
            ObjectIdentity.ofDomain(
                ObjectKind.DEFAULT,
                type.identity().schema(),
                type.identity().name(),
                type.identity().name()))
        .body(type.address())
        .needs(type.address())
        .create(alter + " SET DEFAULT " + value)
        .drop(alter + " DROP DEFAULT");
  }

  private static Node constraint(Reading reading, TypeRow type, Constraint constraint) {
    String alter = "ALTER DOMAIN " + type.quoted();
    return new Node(identity(type.identity(), constraint))
        .makes(constraint.row)
        .needs(type.address())
        .create(alter + " ADD CONSTRAINT " + constraint.quoted() + " " + constraint.definition)
        .create(comments(reading, type, constraint))
        .drop(alter + " DROP CONSTRAINT " + constraint.quoted());
  }

  private static String clause(TypeRow type, Constraint constraint) {
    boolean plain =
        constraint.isNotNull()
            && constraint.name.equals(type.identity().name() + "_not_null")
            && constraint.namesakes == 1;
    return (plain ? "" : "CONSTRAINT " + constraint.quoted() + " ")
        + (constraint.isNotNull() ? "NOT NULL" : constraint.definition);
  }

  private static ObjectIdentity identity(ObjectIdentity domain, Constraint constraint) {
    return ObjectIdentity.ofDomain(
        ObjectKind.CONSTRAINT, domain.schema(), constraint.name, domain.name());
  }

  private static List<String> comments(Reading reading, TypeRow type, Constraint constraint) {
    return reading
        .comments()
        .on(constraint.row, "CONSTRAINT", constraint.quoted() + " ON DOMAIN " + type.quoted());
  }
}
