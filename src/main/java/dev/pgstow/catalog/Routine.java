package dev.pgstow.catalog;

import java.util.List;
import java.util.Optional;

/** A row of pg_proc that is no aggregate. */
final class Routine {
  final Address row;
  final ObjectIdentity identity;
  final String owner;
  final Acl acl;
  final long schema;
  final boolean ofType;
  final List<Long> signature;
  private final String name;
  private final String arguments;
  private final Optional<String> result;
  private final String definition;
  private final boolean procedure;
  private final boolean sqlBody;

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
    result = from.optional("result");
    definition = from.text("definition");
    sqlBody = from.flag("sqlbody");
  }

  /** Whether its body, where the server parses it at once, may call the routine itself. */
  boolean recursive() {
    return sqlBody && definition.indexOf(name + "(") != definition.lastIndexOf(name + "(");
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

  /** The routine with the same signature and nothing to do. */
  String shell(String create) {
    return create
        + keyword()
        + " "
        + quoted()
        + result.map(type -> "\n RETURNS " + type).orElse("")
        + "\n LANGUAGE plpgsql\nAS 'BEGIN END'";
  }
}
