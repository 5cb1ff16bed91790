package dev.pgstow.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which objects an expression mentions, by its {@code pg_node_tree} as text: fields hold OIDs, and
 * so do constants of the types that name objects (src/backend/nodes/outfuncs.c).
 */
final class NodeTree {
  /** What is no OID at all: places in a text, lengths, modifiers of types. */
  private static final Pattern FIELD =
      Pattern.compile(":(?!location |constvalue |\\w*typmod )\\w+ (\\d{5,10})\\b");

  /** regproc, regprocedure, regoper, regoperator, regclass, regtype, regconfig and others. */
  private static final Pattern NAMED =
      Pattern.compile(
          ":consttype (?:24|220[2-6]|3734|3769|4089|4191) [^\\[{}]*:constvalue 4 \\[ (-?\\d+) (-?\\d+)"
              + " (-?\\d+) (-?\\d+) ");

  private static final List<SystemCatalog> CATALOGS =
      List.of(
          SystemCatalog.PROC,
          SystemCatalog.OPERATOR,
          SystemCatalog.TYPE,
          SystemCatalog.CLASS,
          SystemCatalog.COLLATION,
          SystemCatalog.NAMESPACE,
          SystemCatalog.TS_CONFIG,
          SystemCatalog.TS_DICT);

  private NodeTree() {}

  /** The rows with the OIDs it mentions, in each catalog whose objects can stand in expressions. */
  static Set<Address> mentions(String tree) {
    Set<Address> rows = new LinkedHashSet<>();
    Matcher field = FIELD.matcher(tree);
    while (field.find()) {
      add(rows, Long.parseLong(field.group(1)));
    }
    Matcher named = NAMED.matcher(tree);
    while (named.find()) {
      long oid = 0;
      // The first byte is the least, on all machines servers of today run on.
      for (int i = 4; i > 0; i--) {
        oid = oid << 8 | Integer.parseInt(named.group(i)) & 0xff;
      }
      add(rows, oid);
    }
    return rows;
  }

  private static void add(Set<Address> rows, long oid) {
    CATALOGS.forEach(catalog -> rows.add(catalog.row(oid)));
  }
}
