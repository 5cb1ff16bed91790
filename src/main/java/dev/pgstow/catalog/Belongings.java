package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What every kind of object may have: owner, comment, security labels, privileges. */
final class Belongings {
  private final CatalogOptions options;
  private final Comments comments;
  private final Map<Address, List<String>> initial;
  private final Grants grants;
  private final Lockouts lockouts;
  private final ExtensionDependents dependents;

  Belongings(
      CatalogOptions options,
      Comments comments,
      Map<Address, List<String>> initial,
      Grants grants,
      Lockouts lockouts,
      ExtensionDependents dependents) {
    this.options = options;
    this.comments = comments;
    this.initial = initial;
    this.grants = grants;
    this.lockouts = lockouts;
    this.dependents = dependents;
  }

  /**
   * Of an object that has all of it.
   *
   * @param type as OWNER TO, COMMENT and GRANT name it, such as {@code TABLE}
   * @param name quoted, with its schema and arguments
   */
  List<String> of(Address row, String type, String name, String owner, Acl acl) {
    List<String> statements = new ArrayList<>(owned(row, type, name, owner));
    statements.addAll(privileges(row, type, name, owner, acl));
    return statements;
  }

  /** Of an object that has no privileges. */
  List<String> owned(Address row, String type, String name, String owner) {
    List<String> statements = new ArrayList<>(owner(type, name, owner));
    statements.addAll(unowned(row, type, name));
    return statements;
  }

  /** Of an object whose owner is another one's. */
  List<String> unowned(Address row, String type, String name) {
    List<String> statements = new ArrayList<>(comments.on(row, type, name));
    statements.addAll(dependents.of(row, type, name));
    return statements;
  }

  List<String> owner(String type, String name, String owner) {
    return options.owners()
        ? List.of("ALTER " + type + " " + name + " OWNER TO " + Names.quote(owner))
        : List.of();
  }

  List<String> privileges(Address row, String type, String name, String owner, Acl acl) {
    if (!options.privileges()) {
      return List.of();
    }
    List<String> first = initial.get(row);
    return grants.on(type, name, owner, first == null ? acl : acl.from(first), lockouts.of(row));
  }

  /** Privileges on the type of a table's or view's rows. */
  List<String> rowType(Relation relation) {
    Address type = SystemCatalog.TYPE.row(relation.typeOid);
    return privileges(type, "TYPE", relation.quoted(), relation.owner, relation.typeAcl);
  }

  /** What leads from one state of an object's privileges to another. */
  List<String> change(String type, String name, String owner, Acl acl) {
    return options.privileges() ? grants.on(type, name, owner, acl) : List.of();
  }

  List<String> columnPrivileges(Relation table, Column column) {
    return options.privileges()
        ? grants.onColumn(
            table.quoted(),
            column.name,
            table.owner,
            new Acl(column.acl, List.of()),
            lockouts.of(table.row))
        : List.of();
  }

  List<String> defaultPrivileges(String prefix, String types, String owner, Acl acl) {
    return options.privileges() ? grants.onDefaults(prefix, types, owner, acl) : List.of();
  }

  /** Whether privileges are carried. */
  boolean hasPrivileges() {
    return options.privileges();
  }

  /** Whether owners are carried. */
  boolean hasOwners() {
    return options.owners();
  }

  Comments comments() {
    return comments;
  }
}
