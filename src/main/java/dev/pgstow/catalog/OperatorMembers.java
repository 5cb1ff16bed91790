package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Operators and support functions of operator classes and families. */
final class OperatorMembers {
  /** A line of CREATE OPERATOR CLASS or ALTER OPERATOR FAMILY, and the row it makes. */
  record Member(Address row, String clause) {}

  private final Map<Address, List<Member>> members = new HashMap<>();

  OperatorMembers(Queries queries) {
    queries.each(
        "operators of operator classes",
        """
        SELECT d.refclassid, d.refobjid, o.oid, o.amopstrategy, o.amopopr::regoperator::text AS name,
          format_type(o.amoplefttype, NULL) AS lefttype,
          format_type(o.amoprighttype, NULL) AS righttype, f.opfname, fn.nspname
        FROM pg_amop o
          JOIN pg_depend d ON d.classid = 2602 AND d.objid = o.oid
            AND d.refclassid IN (2616, 2753)
          LEFT JOIN pg_opfamily f ON f.oid = o.amopsortfamily
          LEFT JOIN pg_namespace fn ON fn.oid = f.opfnamespace
        WHERE o.oid >= 16384
        ORDER BY o.amopstrategy, lefttype, righttype
        """,
        row ->
            add(
                row,
                SystemCatalog.AMOP.row(row.oid("oid")),
                "OPERATOR "
                    + row.number("amopstrategy")
                    + " "
                    + row.text("name")
                    + row.optional("opfname")
                        .map(
                            family ->
                                " FOR ORDER BY " + Names.qualified(row.text("nspname"), family))
                        .orElse("")));
    queries.each(
        "functions of operator classes",
        """
        SELECT d.refclassid, d.refobjid, p.oid, p.amprocnum, p.amproc::regprocedure::text AS name,
          format_type(p.amproclefttype, NULL) AS lefttype,
          format_type(p.amprocrighttype, NULL) AS righttype
        FROM pg_amproc p
          JOIN pg_depend d ON d.classid = 2603 AND d.objid = p.oid
            AND d.refclassid IN (2616, 2753)
        WHERE p.oid >= 16384
        ORDER BY p.amprocnum, lefttype, righttype
        """,
        row ->
            add(
                row,
                SystemCatalog.AMPROC.row(row.oid("oid")),
                "FUNCTION " + row.number("amprocnum") + types(row) + " " + row.text("name")));
  }

  List<Member> of(Address whole) {
    return members.getOrDefault(whole, List.of());
  }

  private void add(Row row, Address member, String clause) {
    SystemCatalog.of(row.oid("refclassid"))
        .ifPresent(
            catalog ->
                members
                    .computeIfAbsent(catalog.row(row.oid("refobjid")), w -> new ArrayList<>())
                    .add(new Member(member, clause)));
  }

  private static String types(Row row) {
    return " (" + row.text("lefttype") + ", " + row.text("righttype") + ")";
  }
}
