package dev.pgstow.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Event triggers. They come last, so that they don't fire on the rest. */
final class EventTriggers implements KindReader {
  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "event triggers",
            """
            SELECT oid, evtname, evtevent, pg_get_userbyid(evtowner) AS owner, evtenabled, evttags,
              evtfoid::regproc::text AS function
            FROM pg_event_trigger WHERE oid >= 16384
            """,
            row -> {
              ObjectIdentity identity =
                  new ObjectIdentity(
                      ObjectKind.EVENT_TRIGGER, Optional.empty(), row.text("evtname"), "");
              Address address = SystemCatalog.EVENT_TRIGGER.row(row.oid("oid"));
              if (reading.admits(identity, address)) {
                reading.add(node(reading, row, identity, address));
              }
            });
  }

  private static Node node(Reading reading, Row row, ObjectIdentity identity, Address address) {
    String name = Names.quote(identity.name());
    List<String> tags = row.list("evttags");
    String when =
        tags.isEmpty()
            ? ""
            : tags.stream()
                .map(Names::literal)
                .collect(Collectors.joining(", ", "\n    WHEN TAG IN (", ")"));
    Node node =
        new Node(identity)
            .makes(address)
            .create(
                "CREATE EVENT TRIGGER "
                    + name
                    + " ON "
                    + row.text("evtevent")
                    + when
                    + "\n    EXECUTE FUNCTION "
                    + row.text("function")
                    + "()");
    String state =
        switch (row.letter("evtenabled")) {
          case 'D' -> "DISABLE";
          case 'A' -> "ENABLE ALWAYS";
          case 'R' -> "ENABLE REPLICA";
          default -> "";
        };
    node.create(reading.belongings().owned(address, "EVENT TRIGGER", name, row.text("owner")));
    if (!state.isEmpty()) {
      node.create("ALTER EVENT TRIGGER " + name + " " + state);
    }
    return node.drop("DROP EVENT TRIGGER " + name);
  }
}
