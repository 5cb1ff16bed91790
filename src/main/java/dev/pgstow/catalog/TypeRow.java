package dev.pgstow.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What all types have.
 *
 * @param namesake the sequence of the same name: it comes first, since the server takes a type
 *     named like a sequence, but not the other way round
 */
record TypeRow(
    ObjectIdentity identity,
    Address address,
    Address namespace,
    String owner,
    Acl acl,
    Optional<Address> namesake) {
  TypeRow(ObjectIdentity identity, Address address, Row row, Optional<Address> namesake) {
    this(
        identity,
        address,
        SystemCatalog.NAMESPACE.row(row.oid("typnamespace")),
        row.text("owner"),
        Acl.of(row),
        namesake);
  }

  String quoted() {
    return Names.qualified(identity.schema().orElse(""), identity.name());
  }

  private String keyword() {
    return identity.kind() == ObjectKind.DOMAIN ? "DOMAIN" : "TYPE";
  }

  /** With its DROP alone. */
  Node node() {
    return new Node(identity).makes(address).drop("DROP " + keyword() + " " + quoted());
  }

  List<String> belongings(Reading reading) {
    Belongings belongings = reading.belongings();
    Node statements =
        new Node(identity)
            .create(belongings.owned(address, keyword(), quoted(), owner))
            .create(belongings.privileges(address, "TYPE", quoted(), owner, acl));
    return statements.create();
  }

  /** The same type, not defined yet, for functions it needs and that need it. */
  Node shell() {
    Node shell =
        new Node(
                new ObjectIdentity(
                    identity.kind(), identity.schema(), identity.name(), Shells.mark("")))
            .needs(namespace)
            .create("CREATE TYPE " + quoted())
            .drop("DROP TYPE IF EXISTS " + quoted());
    namesake.ifPresent(shell::needs);
    return shell;
  }
}
