package dev.pgstow.catalog;

import java.util.StringJoiner;

/** A row of pg_sequence, and whose it is. */
final class Sequence {
  final Relation relation;
  final long table;
  final int column;
  final boolean identity;
  final String type;
  private final String start;
  private final String increment;
  private final String minimum;
  private final String maximum;
  private final String cache;
  private final boolean cycle;

  Sequence(Relation relation, Row row) {
    this.relation = relation;
    table = row.oid("refobjid");
    column = row.number("refobjsubid");
    identity = row.letter("deptype") == 'i';
    type = row.text("type");
    start = row.text("seqstart");
    increment = row.text("seqincrement");
    minimum = row.text("seqmin");
    maximum = row.text("seqmax");
    cache = row.text("seqcache");
    cycle = row.flag("seqcycle");
  }

  /** As CREATE SEQUENCE takes them. */
  String options(String separator) {
    StringJoiner options = new StringJoiner(separator);
    if (!type.equals("bigint") && !identity) {
      options.add("AS " + type);
    }
    options.add("START WITH " + start).add("INCREMENT BY " + increment);
    boolean up = !increment.startsWith("-");
    options.add(minimum.equals(up ? "1" : smallest()) ? "NO MINVALUE" : "MINVALUE " + minimum);
    options.add(maximum.equals(up ? largest() : "-1") ? "NO MAXVALUE" : "MAXVALUE " + maximum);
    options.add("CACHE " + cache);
    if (cycle) {
      options.add("CYCLE");
    }
    return options.toString();
  }

  private String smallest() {
    return switch (type) {
      case "smallint" -> String.valueOf(Short.MIN_VALUE);
      case "integer" -> String.valueOf(Integer.MIN_VALUE);
      default -> String.valueOf(Long.MIN_VALUE);
    };
  }

  private String largest() {
    return switch (type) {
      case "smallint" -> String.valueOf(Short.MAX_VALUE);
      case "integer" -> String.valueOf(Integer.MAX_VALUE);
      default -> String.valueOf(Long.MAX_VALUE);
    };
  }
}
