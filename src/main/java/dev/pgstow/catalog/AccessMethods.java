package dev.pgstow.catalog;

import java.util.Optional;

/** Index and table access methods. */
final class AccessMethods implements KindReader {
  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "access methods",
            "SELECT oid, amname, amtype, amhandler::text AS handler FROM pg_am WHERE oid >= 16384",
            row -> {
              ObjectIdentity identity =
                  new ObjectIdentity(
                      ObjectKind.ACCESS_METHOD, Optional.empty(), row.text("amname"), "");
              Address address = SystemCatalog.AM.row(row.oid("oid"));
              if (reading.admits(identity, address)) {
                String name = Names.quote(row.text("amname"));
                reading.add(
                    new Node(identity)
                        .makes(address)
                        .create(
                            "CREATE ACCESS METHOD "
                                + name
                                + (row.letter("amtype") == 't' ? " TYPE TABLE" : " TYPE INDEX")
                                + " HANDLER "
                                + row.text("handler"))
                        .create(reading.comments().on(address, "ACCESS METHOD", name))
                        .drop("DROP ACCESS METHOD " + name));
              }
            });
  }
}
