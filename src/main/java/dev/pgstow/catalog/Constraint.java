package dev.pgstow.catalog;

import java.util.List;

/** A constraint of a table or domain, as pg_constraint has it. */
final class Constraint {
  final Address row;
  final String name;
  final char type;
  final long relation;
  final long domain;
  final long index;
  final long referenced;
  final long parent;
  final boolean local;
  final boolean validated;
  final boolean noInherit;
  final boolean deferrable;
  final boolean deferred;
  final List<Long> columns;
  final String definition;

  /** How many constraints of its name its schema has, this one included. */
  final int namesakes;

  Constraint(Row from) {
    row = SystemCatalog.CONSTRAINT.row(from.oid("oid"));
    name = from.text("conname");
    type = from.letter("contype");
    relation = from.oid("conrelid");
    domain = from.oid("contypid");
    index = from.oid("conindid");
    referenced = from.oid("confrelid");
    parent = from.oid("conparentid");
    local = from.flag("conislocal");
    validated = from.flag("convalidated");
    noInherit = from.flag("connoinherit");
    deferrable = from.flag("condeferrable");
    deferred = from.flag("condeferred");
    columns = from.oids("conkey");
    definition = from.text("definition");
    namesakes = from.number("namesakes");
  }

  boolean isCheck() {
    return type == 'c';
  }

  boolean isNotNull() {
    return type == 'n';
  }

  /** Backed by an index of its own. */
  boolean isIndexed() {
    return type == 'p' || type == 'u' || type == 'x';
  }

  String quoted() {
    return Names.quote(name);
  }
}
