package dev.pgstow.catalog;

import java.util.List;
import java.util.Optional;

/** User mappings, without passwords. Only owners and superusers see their options. */
final class UserMappings implements KindReader {
  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "user mappings",
            """
            SELECT m.umid, m.srvid, m.srvname, m.umuser, m.usename, m.umoptions,
              (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
                OR pg_has_role(s.srvowner, 'USAGE') AS visible
            FROM pg_user_mappings m JOIN pg_foreign_server s ON s.oid = m.srvid
            """,
            row -> {
              boolean everyone = row.oid("umuser") == 0;
              String user = everyone ? "public" : row.text("usename");
              ObjectIdentity identity =
                  new ObjectIdentity(
                      ObjectKind.USER_MAPPING, Optional.empty(), user, row.text("srvname"));
              Address address = SystemCatalog.USER_MAPPING.row(row.oid("umid"));
              Address server = SystemCatalog.FOREIGN_SERVER.row(row.oid("srvid"));
              if (reading.admits(identity, address, server)) {
                if (row.optional("umoptions").isEmpty() && !row.flag("visible")) {
                  reading.note(
                      "Options of the "
                          + Describe.of(identity)
                          + " can be seen by its server's owner only; they are left out.");
                }
                List<String> options = Secrets.without(row.list("umoptions"), reading, identity);
                String name =
                    "USER MAPPING FOR "
                        + (everyone ? "PUBLIC" : Names.quote(user))
                        + " SERVER "
                        + Names.quote(row.text("srvname"));
                reading.add(
                    new Node(identity)
                        .makes(address)
                        .needs(server)
                        .create(
                            "CREATE "
                                + name
                                + (options.isEmpty() ? "" : " " + Settings.options(options)))
                        .drop("DROP " + name));
              }
            });
  }
}
