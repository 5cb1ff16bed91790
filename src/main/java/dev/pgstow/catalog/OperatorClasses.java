package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Operator classes. */
final class OperatorClasses implements KindReader {
  private final OperatorMembers members;

  OperatorClasses(OperatorMembers members) {
    this.members = members;
  }

  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "operator classes",
            """
            SELECT c.oid, n.nspname, c.opcname, a.amname, pg_get_userbyid(c.opcowner) AS owner,
              c.opcdefault, format_type(c.opcintype, NULL) AS type,
              CASE WHEN c.opckeytype <> 0 THEN format_type(c.opckeytype, NULL) END AS keytype,
              f.opfname, fn.nspname AS opfnamespace
            FROM pg_opclass c
              JOIN pg_namespace n ON n.oid = c.opcnamespace
              JOIN pg_am a ON a.oid = c.opcmethod
              JOIN pg_opfamily f ON f.oid = c.opcfamily
              JOIN pg_namespace fn ON fn.oid = f.opfnamespace
            WHERE c.oid >= 16384
            """,
            row -> {
              ObjectIdentity identity =
                  new ObjectIdentity(
                      ObjectKind.OPERATOR_CLASS,
                      Optional.of(row.text("nspname")),
                      row.text("opcname"),
                      row.text("amname"));
              Address address = SystemCatalog.OPCLASS.row(row.oid("oid"));
              if (reading.admits(identity, address)) {
                reading.add(node(reading, row, identity, address));
              }
            });
  }

  private Node node(Reading reading, Row row, ObjectIdentity identity, Address address) {
    String name = Names.qualified(row.text("nspname"), row.text("opcname"));
    String method = Names.quote(row.text("amname"));
    List<String> clauses = new ArrayList<>();
    row.optional("keytype").ifPresent(type -> clauses.add("STORAGE " + type));
    Node node = new Node(identity).makes(address);
    for (OperatorMembers.Member member : members.of(address)) {
      clauses.add(member.clause());
      node.makes(member.row());
    }
    if (clauses.isEmpty()) {
      // The grammar wants something, and this says nothing.
      clauses.add("STORAGE " + row.text("type"));
    }
    String using = name + " USING " + method;
    return node.create(
            "CREATE OPERATOR CLASS "
                + name
                + (row.flag("opcdefault") ? " DEFAULT" : "")
                + " FOR TYPE "
                + row.text("type")
                + " USING "
                + method
                + " FAMILY "
                + Names.qualified(row.text("opfnamespace"), row.text("opfname"))
                + " AS\n    "
                + String.join(",\n    ", clauses))
        .create(reading.belongings().owned(address, "OPERATOR CLASS", using, row.text("owner")))
        .drop("DROP OPERATOR CLASS " + using);
  }
}
