package dev.pgstow.catalog;

import java.util.List;

/** Privileges that what a role makes will have. */
final class DefaultPrivileges implements KindReader {
  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "default privileges",
            """
            SELECT d.oid, pg_get_userbyid(d.defaclrole) AS role, n.nspname, d.defaclobjtype,
              d.defaclacl::text[] AS acl,
              CASE WHEN d.defaclnamespace = 0 THEN
                acldefault(CASE WHEN d.defaclobjtype = 'S' THEN 's'::"char"
                  ELSE d.defaclobjtype END, d.defaclrole)::text[]
              END AS acldefault
            FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
            """,
            row -> {
              String types = types(row.letter("defaclobjtype"));
              String role = row.text("role");
              ObjectIdentity identity =
                  new ObjectIdentity(
                      ObjectKind.DEFAULT_PRIVILEGES, row.optional("nspname"), role, types);
              Address address = SystemCatalog.DEFAULT_ACL.row(row.oid("oid"));
              if (reading.admits(identity, address)) {
                String prefix =
                    "ALTER DEFAULT PRIVILEGES FOR ROLE "
                        + Names.quote(role)
                        + row.optional("nspname")
                            .map(schema -> " IN SCHEMA " + Names.quote(schema))
                            .orElse("")
                        + " ";
                add(reading, new Node(identity).makes(address), prefix, types, Acl.of(row));
              }
            });
  }

  private static void add(Reading reading, Node node, String prefix, String types, Acl acl) {
    String role = node.identity().name();
    Belongings belongings = reading.belongings();
    List<String> statements = belongings.defaultPrivileges(prefix, types, role, acl);
    if (statements.isEmpty()) {
      reading.written(ObjectKind.DEFAULT_PRIVILEGES);
    } else {
      node.create(statements);
      belongings.defaultPrivileges(prefix, types, role, acl.reversed()).forEach(node::drop);
      reading.add(node);
    }
  }

  private static String types(char letter) {
    return switch (letter) {
      case 'r' -> "TABLES";
      case 'S' -> "SEQUENCES";
      case 'f' -> "FUNCTIONS";
      case 'T' -> "TYPES";
      case 'n' -> "SCHEMAS";
      default -> "LARGE OBJECTS";
    };
  }
}
