package dev.pgstow.catalog;

import java.util.List;
import java.util.Optional;

/** Functions, window functions and procedures. */
final class Routines implements KindReader {
  private static final String QUERY =
      """
      SELECT p.oid, n.nspname, p.pronamespace, p.proname, p.prokind,
        pg_get_userbyid(p.proowner) AS owner, p.proacl::text[] AS acl,
        acldefault('f', p.proowner)::text[] AS acldefault,
        (SELECT string_agg(format_type(u.type, NULL), ', ' ORDER BY u.place)
          FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY u(type, place)) AS types,
        array_append(coalesce(p.proallargtypes, p.proargtypes::oid[]), p.prorettype)::text[]
          AS signature,
        pg_get_function_identity_arguments(p.oid) AS arguments,
        CASE WHEN p.pronargdefaults > 0 THEN pg_get_function_arguments(p.oid) END AS parameters,
        p.proargdefaults::text AS defaults, p.provolatile, p.proisstrict,
        pg_get_function_result(p.oid) AS result,
        CASE WHEN e.objid IS NULL THEN pg_get_functiondef(p.oid) END AS definition,
        io.proc IS NOT NULL AS oftype,
        p.prosqlbody IS NOT NULL AND EXISTS (SELECT FROM pg_depend d
          WHERE d.classid = 1255 AND d.objid = p.oid AND d.refclassid = 1255
            AND d.refobjid = p.oid) AS recursive
      FROM pg_proc p
        JOIN pg_namespace n ON n.oid = p.pronamespace
        LEFT JOIN (
          SELECT DISTINCT f.proc FROM pg_type t,
            unnest(ARRAY[t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin, t.typmodout,
              t.typanalyze]::oid[]) f(proc)
          WHERE t.oid >= 16384 AND t.typtype = 'b'
          UNION SELECT rngcanonical FROM pg_range WHERE rngtypid >= 16384) io ON io.proc = p.oid
        LEFT JOIN pg_depend e ON e.classid = 1255 AND e.objid = p.oid AND e.deptype = 'e'
        LEFT JOIN pg_depend i ON i.classid = 1255 AND i.objid = p.oid AND i.deptype = 'i'
      WHERE p.oid >= 16384 AND p.prokind <> 'a' AND n.nspname !~ '^pg_temp_'
        AND i.objid IS NULL
      """;

  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "functions",
            QUERY,
            row -> {
              Routine routine = new Routine(row);
              if (reading.admits(routine.identity, routine.row)) {
                add(reading, routine);
              }
            });
  }

  private static void add(Reading reading, Routine routine) {
    // A type's functions go with it, in DROP TYPE … CASCADE.
    String gone = routine.ofType ? " IF EXISTS " : " ";
    String drop = "DROP " + routine.keyword() + gone + routine.quoted();
    List<String> belongings =
        reading
            .belongings()
            .of(routine.row, routine.keyword(), routine.quoted(), routine.owner, routine.acl);
    if (routine.recursive) {
      List<Node> parts = parts(routine, belongings, drop);
      reading.addUncounted(parts.get(0));
      reading.add(parts.get(1));
      return;
    }
    reading.add(
        new Node(routine.identity)
            .makes(routine.row)
            .create(routine.create())
            .create(belongings)
            .drop(drop)
            .splits(
                Node.Ease.ROUTINE,
                causes ->
                    causes.contains(routine.row)
                        ? Optional.of(parts(routine, belongings, drop))
                        : Optional.empty()));
  }

  /** The routine and before it one with its signature alone, for callers and for itself. */
  private static List<Node> parts(Routine routine, List<String> belongings, String drop) {
    ObjectIdentity whole = routine.identity;
    Node shell =
        new Node(
                new ObjectIdentity(
                    whole.kind(), whole.schema(), whole.name(), Shells.mark(whole.qualifier())))
            .needs(SystemCatalog.NAMESPACE.row(routine.schema))
            .create(routine.shell("CREATE "))
            .create(belongings)
            .drop(drop);
    routine.signature.forEach(type -> shell.needs(SystemCatalog.TYPE.row(type)));
    routine.usedByDefaults.forEach(shell::needs);
    Node full =
        new Node(whole)
            .makes(routine.row)
            .after(shell)
            .create(routine.replacement())
            .drop(routine.shell("CREATE OR REPLACE "));
    return List.of(shell, full);
  }
}
