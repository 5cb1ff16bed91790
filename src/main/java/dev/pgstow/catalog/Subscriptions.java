package dev.pgstow.catalog;

import java.util.Optional;
import java.util.StringJoiner;

/** Subscriptions: made without connecting, so disabled, and without passwords. */
final class Subscriptions implements KindReader {
  @Override
  public void read(Reading reading) {
    Queries queries = reading.queries();
    boolean[] readable = {false};
    queries.each(
        "rights on subscriptions",
        "SELECT has_column_privilege('pg_subscription', 'subconninfo', 'SELECT') AS readable",
        row -> readable[0] = row.flag("readable"));
    queries.each(
        "subscriptions",
        "SELECT s.oid, s.subname, pg_get_userbyid(s.subowner) AS owner, s.subslotname,"
            + " s.subsynccommit, s.subpublications, s.subbinary, s.substream::text AS stream, "
            + (readable[0] ? "s.subconninfo" : "NULL::text")
            + " AS connection, "
            + queries.since(15, "s.subtwophasestate <> 'd'", "false")
            + " AS twophase, "
            + queries.since(15, "s.subdisableonerr", "false")
            + " AS disableonerror, "
            + queries.since(16, "s.suborigin", "'any'")
            + " AS origin, "
            + queries.since(16, "s.subpasswordrequired", "true")
            + " AS passwordrequired, "
            + queries.since(16, "s.subrunasowner", "false")
            + " AS runasowner, "
            + queries.since(17, "s.subfailover", "false")
            + " AS failover FROM pg_subscription s"
            + " WHERE s.subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())",
        row -> {
          ObjectIdentity identity =
              new ObjectIdentity(
                  ObjectKind.SUBSCRIPTION, Optional.empty(), row.text("subname"), "");
          Address address = SystemCatalog.SUBSCRIPTION.row(row.oid("oid"));
          if (reading.admits(identity, address)) {
            reading.add(node(reading, row, identity, address));
          }
        });
  }

  private static Node node(Reading reading, Row row, ObjectIdentity identity, Address address) {
    String name = Names.quote(identity.name());
    if (row.optional("connection").isEmpty()) {
      reading.note(
          "The connection of the " + Describe.of(identity) + " can be seen by superusers only.");
    }
    String stored = row.text("connection");
    String connection = Secrets.withoutPassword(stored);
    if (!connection.equals(stored)) {
      reading.note(
          "The password in the connection of the " + Describe.of(identity) + " is left out.");
    }
    return new Node(identity)
        .makes(address)
        .create(
            "CREATE SUBSCRIPTION "
                + name
                + " CONNECTION "
                + Names.literal(connection)
                + " PUBLICATION "
                + Names.list(row.list("subpublications"))
                + " WITH ("
                + options(row)
                + ")")
        .create(reading.belongings().owned(address, "SUBSCRIPTION", name, row.text("owner")))
        .drop("ALTER SUBSCRIPTION " + name + " SET (slot_name = NONE)")
        .drop("DROP SUBSCRIPTION " + name);
  }

  private static String options(Row row) {
    StringJoiner options = new StringJoiner(", ");
    options.add("connect = false");
    options.add("slot_name = " + row.optional("subslotname").map(Names::literal).orElse("NONE"));
    if (row.flag("subbinary")) {
      options.add("binary = true");
    }
    switch (row.text("stream")) {
      case "t", "true" -> options.add("streaming = on");
      case "p" -> options.add("streaming = parallel");
      default -> options.add("streaming = off");
    }
    if (row.flag("twophase")) {
      options.add("two_phase = on");
    }
    if (row.flag("disableonerror")) {
      options.add("disable_on_error = true");
    }
    if (!row.flag("passwordrequired")) {
      options.add("password_required = false");
    }
    if (row.flag("runasowner")) {
      options.add("run_as_owner = true");
    }
    if (row.flag("failover")) {
      options.add("failover = true");
    }
    if (!row.text("subsynccommit").equals("off")) {
      options.add("synchronous_commit = " + Names.literal(row.text("subsynccommit")));
    }
    if (!row.text("origin").equals("any")) {
      options.add("origin = " + Names.literal(row.text("origin")));
    }
    return options.toString();
  }
}
