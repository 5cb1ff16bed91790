package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Aggregates: normal, ordered-set and hypothetical-set ones. */
final class Aggregates implements KindReader {
  private static final String QUERY =
      """
      SELECT p.oid, n.nspname, p.proname, pg_get_userbyid(p.proowner) AS owner,
        p.proacl::text[] AS acl, acldefault('f', p.proowner)::text[] AS acldefault,
        (SELECT string_agg(format_type(u.type, NULL), ', ' ORDER BY u.place)
          FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY u(type, place)) AS types,
        pg_get_function_identity_arguments(p.oid) AS arguments, p.proparallel,
        a.aggkind, a.aggtransfn::text, a.aggfinalfn::text, a.aggcombinefn::text,
        a.aggserialfn::text, a.aggdeserialfn::text, a.aggmtransfn::text, a.aggminvtransfn::text,
        a.aggmfinalfn::text, a.aggfinalextra, a.aggmfinalextra, a.aggfinalmodify,
        a.aggmfinalmodify, format_type(a.aggtranstype, NULL) AS aggtranstype, a.aggtransspace,
        CASE WHEN a.aggmtranstype <> 0 THEN format_type(a.aggmtranstype, NULL) END
          AS aggmtranstype,
        a.aggmtransspace, a.agginitval, a.aggminitval, o.oprname, onsp.nspname AS oprnamespace
      FROM pg_aggregate a
        JOIN pg_proc p ON p.oid = a.aggfnoid
        JOIN pg_namespace n ON n.oid = p.pronamespace
        LEFT JOIN pg_operator o ON o.oid = a.aggsortop
        LEFT JOIN pg_namespace onsp ON onsp.oid = o.oprnamespace
      WHERE p.oid >= 16384 AND n.nspname !~ '^pg_temp_'
      """;

  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "aggregates",
            QUERY,
            row -> {
              String schema = row.text("nspname");
              ObjectIdentity identity =
                  new ObjectIdentity(
                      ObjectKind.AGGREGATE,
                      Optional.of(schema),
                      row.text("proname"),
                      row.text("types"));
              Address address = SystemCatalog.PROC.row(row.oid("oid"));
              if (reading.admits(identity, address)) {
                reading.add(node(reading, row, identity, address));
              }
            });
  }

  private static Node node(Reading reading, Row row, ObjectIdentity identity, Address address) {
    String name = Names.qualified(row.text("nspname"), row.text("proname"));
    String arguments = row.text("arguments");
    String signature = name + "(" + (arguments.isEmpty() ? "*" : arguments) + ")";
    Belongings belongings = reading.belongings();
    String owner = row.text("owner");
    return new Node(identity)
        .makes(address)
        .create(
            "CREATE AGGREGATE "
                + signature
                + " (\n    "
                + String.join(",\n    ", options(row))
                + "\n)")
        .create(belongings.owned(address, "AGGREGATE", signature, owner))
        .create(
            belongings.privileges(
                address, "FUNCTION", name + "(" + row.text("types") + ")", owner, Acl.of(row)))
        .drop("DROP AGGREGATE " + signature);
  }

  private static List<String> options(Row row) {
    List<String> options = new ArrayList<>();
    boolean normal = row.letter("aggkind") == 'n';
    function(options, "SFUNC", row.text("aggtransfn"));
    options.add("STYPE = " + row.text("aggtranstype"));
    space(options, "SSPACE", row.number("aggtransspace"));
    row.optional("agginitval").ifPresent(v -> options.add("INITCOND = " + Names.literal(v)));
    finish(options, row, "", normal);
    function(options, "COMBINEFUNC", row.text("aggcombinefn"));
    function(options, "SERIALFUNC", row.text("aggserialfn"));
    function(options, "DESERIALFUNC", row.text("aggdeserialfn"));
    function(options, "MSFUNC", row.text("aggmtransfn"));
    function(options, "MINVFUNC", row.text("aggminvtransfn"));
    row.optional("aggmtranstype").ifPresent(type -> options.add("MSTYPE = " + type));
    space(options, "MSSPACE", row.number("aggmtransspace"));
    row.optional("aggminitval").ifPresent(v -> options.add("MINITCOND = " + Names.literal(v)));
    finish(options, row, "m", normal);
    row.optional("oprname")
        .ifPresent(
            operator ->
                options.add(
                    "SORTOP = OPERATOR("
                        + Names.quote(row.text("oprnamespace"))
                        + "."
                        + operator
                        + ")"));
    if (row.letter("aggkind") == 'h') {
      options.add("HYPOTHETICAL");
    }
    switch (row.letter("proparallel")) {
      case 's' -> options.add("PARALLEL = SAFE");
      case 'r' -> options.add("PARALLEL = RESTRICTED");
      default -> {}
    }
    return options;
  }

  /** The final function; {@code m} for that of the moving-aggregate mode. */
  private static void finish(List<String> options, Row row, String moving, boolean normal) {
    String name = row.text("agg" + moving + "finalfn");
    String option = moving.toUpperCase(Locale.ROOT) + "FINALFUNC";
    if (name.equals("-")) {
      return;
    }
    function(options, option, name);
    if (row.flag("agg" + moving + "finalextra")) {
      options.add(option + "_EXTRA");
    }
    char modify = row.letter("agg" + moving + "finalmodify");
    if (modify != (normal ? 'r' : 'w')) {
      String how =
          switch (modify) {
            case 'r' -> "READ_ONLY";
            case 's' -> "SHAREABLE";
            default -> "READ_WRITE";
          };
      options.add(option + "_MODIFY = " + how);
    }
  }

  private static void function(List<String> options, String option, String name) {
    if (!name.equals("-")) {
      options.add(option + " = " + name);
    }
  }

  private static void space(List<String> options, String option, int space) {
    if (space != 0) {
      options.add(option + " = " + space);
    }
  }
}
