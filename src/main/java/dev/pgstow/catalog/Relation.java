package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row of pg_class with its columns and constraints. */
final class Relation {
  final Address row;
  final long oid;
  final Address namespace;
  final String schema;
  final String name;
  final char kind;
  final char persistence;
  final String owner;
  final Acl acl;
  final boolean rowSecurity;
  final boolean forcedRowSecurity;
  private final char replicaIdentity;
  final boolean partition;
  final Optional<String> ofType;
  final long typeOid;
  final Acl typeAcl;
  final Optional<String> accessMethod;
  final Optional<String> tablespace;
  final List<String> options;
  final List<String> toastOptions;
  final Optional<String> partitionKey;
  final Optional<String> partitionBound;
  final List<Column> columns = new ArrayList<>();

  /** Columns every table has, such as {@code ctid}, on which there are privileges. */
  final List<Column> systemColumns = new ArrayList<>();

  final List<Constraint> constraints = new ArrayList<>();
  final List<Relation> parents = new ArrayList<>();
  final List<Relation> children = new ArrayList<>();

  Relation(Row from) {
    oid = from.oid("oid");
    row = SystemCatalog.CLASS.row(oid);
    namespace = SystemCatalog.NAMESPACE.row(from.oid("relnamespace"));
    schema = from.text("nspname");
    name = from.text("relname");
    kind = from.letter("relkind");
    persistence = from.letter("relpersistence");
    owner = from.text("owner");
    acl = Acl.of(from);
    rowSecurity = from.flag("relrowsecurity");
    forcedRowSecurity = from.flag("relforcerowsecurity");
    replicaIdentity = from.letter("relreplident");
    partition = from.flag("relispartition");
    ofType = from.optional("oftype");
    typeOid = from.oid("reltype");
    List<String> typeBase = from.list("typeacldefault");
    typeAcl =
        new Acl(from.optional("typeacl").map(a -> from.list("typeacl")).orElse(typeBase), typeBase);
    accessMethod = from.optional("amname");
    tablespace = from.optional("spcname");
    options = from.list("reloptions");
    toastOptions = from.list("toastoptions");
    partitionKey = from.optional("partkey");
    partitionBound = from.optional("bound");
  }

  void add(Column column) {
    (column.number > 0 ? columns : systemColumns).add(column);
  }

  String quoted() {
    return Names.qualified(schema, name);
  }

  boolean isPartitioned() {
    return kind == 'p';
  }

  boolean isForeign() {
    return kind == 'f';
  }

  /** Holds rows of its own or of its partitions. */
  boolean isTable() {
    return kind == 'r' || kind == 'p' || kind == 'f';
  }

  ObjectKind objectKind() {
    return switch (kind) {
      case 'v' -> ObjectKind.VIEW;
      case 'm' -> ObjectKind.MATERIALIZED_VIEW;
      case 'f' -> ObjectKind.FOREIGN_TABLE;
      case 'S' -> ObjectKind.SEQUENCE;
      case 'c' -> ObjectKind.TYPE;
      default -> ObjectKind.TABLE;
    };
  }

  /** As ALTER, COMMENT ON and DROP name the kind. */
  String keyword() {
    return switch (kind) {
      case 'v' -> "VIEW";
      case 'm' -> "MATERIALIZED VIEW";
      case 'f' -> "FOREIGN TABLE";
      case 'S' -> "SEQUENCE";
      case 'c' -> "TYPE";
      default -> "TABLE";
    };
  }

  /** What it says of the rows' identity; an index that is it says so itself. */
  List<String> replicaIdentity() {
    boolean said = !isForeign() && (replicaIdentity == 'f' || replicaIdentity == 'n');
    return said
        ? List.of(
            ("ALTER TABLE ONLY " + quoted() + " REPLICA IDENTITY ")
                + (replicaIdentity == 'f' ? "FULL" : "NOTHING"))
        : List.of();
  }

  ObjectIdentity identity() {
    return new ObjectIdentity(objectKind(), Optional.of(schema), name, "");
  }

  /** Of something that is part of it and has a name of its own. */
  ObjectIdentity part(ObjectKind of, String partName) {
    return ObjectIdentity.ofTable(of, Optional.of(schema), partName, name);
  }

  Optional<Column> column(String wanted) {
    return columns.stream().filter(column -> column.name.equals(wanted)).findFirst();
  }

  /** All that inherit from it, at any depth. */
  List<Relation> descendants() {
    List<Relation> found = new ArrayList<>(children);
    for (int i = 0; i < found.size(); i++) {
      for (Relation child : found.get(i).children) {
        if (!found.contains(child)) {
          found.add(child);
        }
      }
    }
    return found;
  }
}
