package dev.pgstow.catalog;

import java.util.Optional;
import java.util.StringJoiner;

/** Text search parsers. */
final class TextSearchParsers implements KindReader {
  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "text search parsers",
            """
            SELECT p.oid, n.nspname, p.prsname, p.prsstart::text, p.prstoken::text, p.prsend::text,
              p.prsheadline::text, p.prslextype::text
            FROM pg_ts_parser p JOIN pg_namespace n ON n.oid = p.prsnamespace
            WHERE p.oid >= 16384
            """,
            row -> {
              ObjectIdentity identity =
                  new ObjectIdentity(
                      ObjectKind.TEXT_SEARCH_PARSER,
                      Optional.of(row.text("nspname")),
                      row.text("prsname"),
                      "");
              Address address = SystemCatalog.TS_PARSER.row(row.oid("oid"));
              if (reading.admits(identity, address)) {
                String name = Names.qualified(row.text("nspname"), row.text("prsname"));
                reading.add(
                    new Node(identity)
                        .makes(address)
                        .create("CREATE TEXT SEARCH PARSER " + name + options(row))
                        .create(reading.comments().on(address, "TEXT SEARCH PARSER", name))
                        .drop("DROP TEXT SEARCH PARSER " + name));
              }
            });
  }

  private static String options(Row row) {
    StringJoiner options = new StringJoiner(",\n    ", " (\n    ", "\n)");
    options.add("START = " + row.text("prsstart"));
    options.add("GETTOKEN = " + row.text("prstoken"));
    options.add("END = " + row.text("prsend"));
    if (!row.text("prsheadline").equals("-")) {
      options.add("HEADLINE = " + row.text("prsheadline"));
    }
    options.add("LEXTYPES = " + row.text("prslextype"));
    return options.toString();
  }
}
