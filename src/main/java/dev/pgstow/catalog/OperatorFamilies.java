package dev.pgstow.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Operator families, with the members that are no operator class's. */
final class OperatorFamilies implements KindReader {
  private final OperatorMembers members;

  OperatorFamilies(OperatorMembers members) {
    this.members = members;
  }

  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "operator families",
            """
            SELECT f.oid, n.nspname, f.opfname, a.amname, pg_get_userbyid(f.opfowner) AS owner
            FROM pg_opfamily f
              JOIN pg_namespace n ON n.oid = f.opfnamespace
              JOIN pg_am a ON a.oid = f.opfmethod
            WHERE f.oid >= 16384
            """,
            row -> {
              ObjectIdentity identity =
                  new ObjectIdentity(
                      ObjectKind.OPERATOR_FAMILY,
                      Optional.of(row.text("nspname")),
                      row.text("opfname"),
                      row.text("amname"));
              Address address = SystemCatalog.OPFAMILY.row(row.oid("oid"));
              if (reading.admits(identity, address)) {
                reading.add(node(reading, row, identity, address));
              }
            });
  }

  private Node node(Reading reading, Row row, ObjectIdentity identity, Address address) {
    String name =
        Names.qualified(row.text("nspname"), row.text("opfname"))
            + " USING "
            + Names.quote(row.text("amname"));
    Node node = new Node(identity).makes(address).create("CREATE OPERATOR FAMILY " + name);
    List<OperatorMembers.Member> loose = members.of(address);
    if (!loose.isEmpty()) {
      node.create(
          "ALTER OPERATOR FAMILY "
              + name
              + " ADD\n    "
              + loose.stream()
                  .map(OperatorMembers.Member::clause)
                  .collect(Collectors.joining(",\n    ")));
      loose.forEach(member -> node.makes(member.row()));
    }
    return node.create(
            reading.belongings().owned(address, "OPERATOR FAMILY", name, row.text("owner")))
        .drop("DROP OPERATOR FAMILY " + name);
  }
}
