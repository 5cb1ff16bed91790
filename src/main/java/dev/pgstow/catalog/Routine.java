package dev.pgstow.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A row of pg_proc that is no aggregate. */
final class Routine {
  final Address row;
  final ObjectIdentity identity;
  final String owner;
  final Acl acl;
  final long schema;
  final boolean ofType;
  final List<Long> signature;

  /** Whether its body calls it, where the server parses that at once. */
  final boolean recursive;

  /** What the defaults of its arguments need, among rows that may be no objects at all. */
  final Set<Address> usedByDefaults;

  private final String name;
  private final String arguments;
  private final String parameters;
  private final Optional<String> result;
  private final String definition;
  private final boolean procedure;
  private final boolean window;
  private final boolean immutable;
  private final boolean strict;

  Routine(Row from) {
    row = SystemCatalog.PROC.row(from.oid("oid"));
    procedure = from.letter("prokind") == 'p';
    identity =
        new ObjectIdentity(
            procedure ? ObjectKind.PROCEDURE : ObjectKind.FUNCTION,
            Optional.of(from.text("nspname")),
            from.text("proname"),
            from.text("types"));
    owner = from.text("owner");
    acl = Acl.of(from);
    schema = from.oid("pronamespace");
    ofType = from.flag("oftype");
    signature = from.oids("signature");
    name = Names.qualified(from.text("nspname"), from.text("proname"));
    arguments = from.text("arguments");
    parameters = from.optional("parameters").orElse(arguments);
    usedByDefaults = from.optional("defaults").map(NodeTree::mentions).orElse(Set.of());
    result = from.optional("result");
    definition = from.text("definition");
    recursive = from.flag("recursive");
    window = from.letter("prokind") == 'w';
    immutable = from.letter("provolatile") == 'i';
    strict = from.flag("proisstrict");
  }

  String keyword() {
    return procedure ? "PROCEDURE" : "FUNCTION";
  }

  /** With its arguments, as COMMENT ON and DROP take it. */
  String quoted() {
    return name + "(" + arguments + ")";
  }

  String create() {
    String replace = "CREATE OR REPLACE ";
    return definition.startsWith(replace)
        ? "CREATE " + replacement().substring(replace.length())
        : replacement();
  }

  String replacement() {
    return definition.stripTrailing();
  }

  /**
   * The routine with the same signature and nothing to do. It has the defaults that callers leave
   * to it and that no replacement could take away again, and what an index, a partition key or an
   * aggregate insists on. The server calls immutable functions as it looks at an expression, so
   * those give NULL.
   */
  String shell(String create) {
    return create
        + keyword()
        + " "
        + name
        + "("
        + parameters
        + ")"
        + result.map(type -> "\n RETURNS " + type).orElse("")
        + "\n LANGUAGE plpgsql"
        + (window ? " WINDOW" : "")
        + (immutable ? " IMMUTABLE" : "")
        + (strict ? " STRICT" : "")
        + (immutable ? "\nAS 'BEGIN RETURN NULL; END'" : "\nAS 'BEGIN END'");
  }
}
