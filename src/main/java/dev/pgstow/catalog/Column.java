package dev.pgstow.catalog;

import java.util.List;
import java.util.Optional;

/** A column of a relation or composite type, as pg_attribute has it. */
final class Column {
  /** The server's own mark of a row type's version, in minor releases since November 2026. */
  private static final String VERSION = "pg_attver=";

  /** That of {@code default_toast_compression}. */
  static final String DEFAULT_COMPRESSION = "default";

  final int number;
  final String name;
  final String type;
  final long typeOid;
  final boolean local;
  final boolean notNull;
  final char identity;
  final char generated;
  final Optional<String> collation;
  final Optional<Integer> statistics;
  final String storage;
  final String typeStorage;
  final String compression;
  final List<String> options;
  final List<String> fdwOptions;
  final List<String> acl;
  final Optional<Address> defaultRow;
  final Optional<String> expression;

  Column(Row row) {
    number = row.number("attnum");
    name = row.text("attname");
    type = row.text("type");
    typeOid = row.oid("atttypid");
    local = row.flag("attislocal");
    notNull = row.flag("attnotnull");
    identity = row.letter("attidentity");
    generated = row.letter("attgenerated");
    collation = row.optional("collname").map(c -> Names.qualified(row.text("collnamespace"), c));
    int target = row.number("attstattarget");
    statistics = target >= 0 ? Optional.of(target) : Optional.empty();
    storage = storage(row.letter("attstorage"));
    typeStorage = storage(row.letter("typstorage"));
    compression =
        switch (row.letter("attcompression")) {
          case 'p' -> "pglz";
          case 'l' -> "lz4";
          default -> DEFAULT_COMPRESSION;
        };
    options =
        row.list("attoptions").stream().filter(option -> !option.startsWith(VERSION)).toList();
    fdwOptions = row.list("attfdwoptions");
    acl = row.list("acl");
    defaultRow = row.optional("defaultoid").map(o -> SystemCatalog.ATTRDEF.row(Long.parseLong(o)));
    expression = row.optional("expression");
  }

  boolean isGenerated() {
    return generated != ' ';
  }

  String quoted() {
    return Names.quote(name);
  }

  /** As ALTER COLUMN and CREATE TYPE name it. */
  static String storage(char letter) {
    return switch (letter) {
      case 'p' -> "PLAIN";
      case 'e' -> "EXTERNAL";
      case 'm' -> "MAIN";
      default -> "EXTENDED";
    };
  }
}
