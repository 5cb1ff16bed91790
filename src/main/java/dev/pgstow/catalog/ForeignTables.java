package dev.pgstow.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where foreign tables get their rows. */
final class ForeignTables {
  /** A row of pg_foreign_table. */
  record Source(String server, List<String> options) {
    String clause() {
      String with = Settings.options(options);
      return "SERVER " + Names.quote(server) + (with.isEmpty() ? "" : "\n" + with);
    }
  }

  private final Map<Long, Source> sources = new HashMap<>();

  ForeignTables(Queries queries) {
    queries.each(
        "foreign tables",
        """
        SELECT f.ftrelid, s.srvname, f.ftoptions
        FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = f.ftserver
        """,
        row ->
            sources.put(
                row.oid("ftrelid"), new Source(row.text("srvname"), row.list("ftoptions"))));
  }

  Optional<Source> of(Relation table) {
    return Optional.ofNullable(sources.get(table.oid));
  }
}
