package dev.pgstow.catalog;

import java.util.Optional;

/** Extended statistics. */
final class Statistics implements KindReader {
  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "statistics objects",
            """
            SELECT s.oid, n.nspname, s.stxname, pg_get_userbyid(s.stxowner) AS owner, s.stxrelid,
              pg_get_statisticsobjdef(s.oid) AS definition,
              coalesce(s.stxstattarget, -1) AS stxstattarget
            FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
            WHERE s.oid >= 16384 AND n.nspname !~ '^pg_temp_'
            """,
            row -> {
              ObjectIdentity identity =
                  new ObjectIdentity(
                      ObjectKind.STATISTICS,
                      Optional.of(row.text("nspname")),
                      row.text("stxname"),
                      "");
              Address address = SystemCatalog.STATISTIC_EXT.row(row.oid("oid"));
              Address table = SystemCatalog.CLASS.row(row.oid("stxrelid"));
              if (reading.admits(identity, address, table)) {
                String name = Names.qualified(row.text("nspname"), row.text("stxname"));
                Node node =
                    new Node(identity)
                        .makes(address)
                        .needs(table)
                        .create(row.text("definition"))
                        .drop("DROP STATISTICS " + name);
                if (row.number("stxstattarget") >= 0) {
                  node.create(
                      "ALTER STATISTICS " + name + " SET STATISTICS " + row.text("stxstattarget"));
                }
                reading.add(
                    node.create(
                        reading
                            .belongings()
                            .owned(address, "STATISTICS", name, row.text("owner"))));
              }
            });
  }
}
