package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Text search configurations with their mappings. */
final class TextSearchConfigurations implements KindReader {
  @Override
  public void read(Reading reading) {
    Map<Long, List<String>> mappings = mappings(reading.queries());
    reading
        .queries()
        .each(
            "text search configurations",
            """
            SELECT c.oid, n.nspname, c.cfgname, pg_get_userbyid(c.cfgowner) AS owner,
              p.prsname, pn.nspname AS prsnamespace
            FROM pg_ts_config c
              JOIN pg_namespace n ON n.oid = c.cfgnamespace
              JOIN pg_ts_parser p ON p.oid = c.cfgparser
              JOIN pg_namespace pn ON pn.oid = p.prsnamespace
            WHERE c.oid >= 16384
            """,
            row -> {
              ObjectIdentity identity =
                  new ObjectIdentity(
                      ObjectKind.TEXT_SEARCH_CONFIGURATION,
                      Optional.of(row.text("nspname")),
                      row.text("cfgname"),
                      "");
              Address address = SystemCatalog.TS_CONFIG.row(row.oid("oid"));
              if (reading.admits(identity, address)) {
                reading.add(
                    node(
                        reading,
                        row,
                        new Node(identity).makes(address),
                        address,
                        mappings.getOrDefault(address.oid(), List.of())));
              }
            });
  }

  private static Node node(
      Reading reading, Row row, Node node, Address address, List<String> mappings) {
    String type = "TEXT SEARCH CONFIGURATION";
    String name = Names.qualified(row.text("nspname"), row.text("cfgname"));
    node.create(
        "CREATE "
            + type
            + " "
            + name
            + " (\n    PARSER = "
            + Names.qualified(row.text("prsnamespace"), row.text("prsname"))
            + "\n)");
    for (String mapping : mappings) {
      node.create("ALTER " + type + " " + name + "\n    ADD MAPPING FOR " + mapping);
    }
    return node.create(reading.belongings().owned(address, type, name, row.text("owner")))
        .drop("DROP " + type + " " + name);
  }

  /** Of each configuration, token type and dictionaries. */
  private static Map<Long, List<String>> mappings(Queries queries) {
    Map<Long, List<String>> mappings = new HashMap<>();
    queries.each(
        "text search mappings",
        """
        SELECT m.mapcfg, t.alias,
          string_agg(m.mapdict::regdictionary::text, ', ' ORDER BY m.mapseqno) AS dictionaries
        FROM pg_ts_config c
          JOIN pg_ts_config_map m ON m.mapcfg = c.oid
          JOIN LATERAL ts_token_type(c.cfgparser) t ON t.tokid = m.maptokentype
        WHERE c.oid >= 16384
        GROUP BY m.mapcfg, m.maptokentype, t.alias
        ORDER BY m.mapcfg, m.maptokentype
        """,
        row ->
            mappings
                .computeIfAbsent(row.oid("mapcfg"), c -> new ArrayList<>())
                .add(Names.quote(row.text("alias")) + " WITH " + row.text("dictionaries")));
    return mappings;
  }
}
