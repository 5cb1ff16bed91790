package dev.pgstow.catalog;

import java.util.Optional;
import java.util.StringJoiner;

/** Text search dictionaries. */
final class TextSearchDictionaries implements KindReader {
  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "text search dictionaries",
            """
            SELECT d.oid, n.nspname, d.dictname, pg_get_userbyid(d.dictowner) AS owner,
              t.tmplname, tn.nspname AS tmplnamespace, d.dictinitoption
            FROM pg_ts_dict d
              JOIN pg_namespace n ON n.oid = d.dictnamespace
              JOIN pg_ts_template t ON t.oid = d.dicttemplate
              JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
            WHERE d.oid >= 16384
            """,
            row -> {
              ObjectIdentity identity =
                  new ObjectIdentity(
                      ObjectKind.TEXT_SEARCH_DICTIONARY,
                      Optional.of(row.text("nspname")),
                      row.text("dictname"),
                      "");
              Address address = SystemCatalog.TS_DICT.row(row.oid("oid"));
              if (reading.admits(identity, address)) {
                String name = Names.qualified(row.text("nspname"), row.text("dictname"));
                reading.add(
                    new Node(identity)
                        .makes(address)
                        .create("CREATE TEXT SEARCH DICTIONARY " + name + options(row))
                        .create(
                            reading
                                .belongings()
                                .owned(address, "TEXT SEARCH DICTIONARY", name, row.text("owner")))
                        .drop("DROP TEXT SEARCH DICTIONARY " + name));
              }
            });
  }

  private static String options(Row row) {
    StringJoiner options = new StringJoiner(",\n    ", " (\n    ", "\n)");
    options.add("TEMPLATE = " + Names.qualified(row.text("tmplnamespace"), row.text("tmplname")));
    // The server keeps them as CREATE TEXT SEARCH DICTIONARY takes them, quoted.
    row.optional("dictinitoption").ifPresent(options::add);
    return options.toString();
  }
}
