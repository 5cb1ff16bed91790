package dev.pgstow.catalog;

import java.util.Optional;
import java.util.StringJoiner;

/** Text search templates. */
final class TextSearchTemplates implements KindReader {
  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "text search templates",
            """
            SELECT t.oid, n.nspname, t.tmplname, t.tmplinit::text, t.tmpllexize::text
            FROM pg_ts_template t JOIN pg_namespace n ON n.oid = t.tmplnamespace
            WHERE t.oid >= 16384
            """,
            row -> {
              ObjectIdentity identity =
                  new ObjectIdentity(
                      ObjectKind.TEXT_SEARCH_TEMPLATE,
                      Optional.of(row.text("nspname")),
                      row.text("tmplname"),
                      "");
              Address address = SystemCatalog.TS_TEMPLATE.row(row.oid("oid"));
              if (reading.admits(identity, address)) {
                String name = Names.qualified(row.text("nspname"), row.text("tmplname"));
                reading.add(
                    new Node(identity)
                        .makes(address)
                        .create("CREATE TEXT SEARCH TEMPLATE " + name + options(row))
                        .create(reading.comments().on(address, "TEXT SEARCH TEMPLATE", name))
                        .drop("DROP TEXT SEARCH TEMPLATE " + name));
              }
            });
  }

  private static String options(Row row) {
    StringJoiner options = new StringJoiner(",\n    ", " (\n    ", "\n)");
    if (!row.text("tmplinit").equals("-")) {
      options.add("INIT = " + row.text("tmplinit"));
    }
    options.add("LEXIZE = " + row.text("tmpllexize"));
    return options.toString();
  }
}
