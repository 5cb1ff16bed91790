package dev.pgstow.source;

import dev.pgstow.postgres.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the installed extensions bring along, by name. */
final class ExtensionMembers {
  /**
   * {@code shadowed}: PostgreSQL itself has something of that name, which an unqualified name finds
   * first. An extension that made its own schema, one of the exported ones, is itself exported.
   */
  private static final String MEMBERS =
      """
      WITH member AS (
        SELECT d.classid, d.objid, e.extname
          FROM pg_catalog.pg_depend d
          JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
         WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
           AND d.deptype = 'e'
           AND NOT EXISTS (
             SELECT FROM pg_catalog.pg_depend s
               JOIN pg_catalog.pg_namespace n ON n.oid = s.objid
              WHERE s.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
                AND s.refclassid = d.refclassid AND s.refobjid = d.refobjid AND s.deptype = 'e'
                AND n.nspname = ANY (?::pg_catalog.text[]))
      ), named AS (
        SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass AS classid, oid, proname AS name,
               pronamespace AS namespace, true AS call FROM pg_catalog.pg_proc
        UNION ALL
        SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, oid, typname, typnamespace, false
          FROM pg_catalog.pg_type
        UNION ALL
        SELECT 'pg_catalog.pg_opclass'::pg_catalog.regclass, oid, opcname, opcnamespace, false
          FROM pg_catalog.pg_opclass
        UNION ALL
        SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, oid, relname, relnamespace, false
          FROM pg_catalog.pg_class
        UNION ALL
        SELECT 'pg_catalog.pg_ts_config'::pg_catalog.regclass, oid, cfgname, cfgnamespace, false
          FROM pg_catalog.pg_ts_config
        UNION ALL
        SELECT 'pg_catalog.pg_ts_dict'::pg_catalog.regclass, oid, dictname, dictnamespace, false
          FROM pg_catalog.pg_ts_dict
        UNION ALL
        SELECT 'pg_catalog.pg_am'::pg_catalog.regclass, oid, amname, 0, false FROM pg_catalog.pg_am
        UNION ALL
        SELECT 'pg_catalog.pg_language'::pg_catalog.regclass, oid, lanname, 0, false
          FROM pg_catalog.pg_language
        UNION ALL
        SELECT 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass, oid, fdwname, 0, false
          FROM pg_catalog.pg_foreign_data_wrapper
      )
      SELECT DISTINCT m.extname, COALESCE(s.nspname, ''), n.name, n.call,
             EXISTS (
               SELECT FROM pg_catalog.pg_proc p
                WHERE n.call AND p.proname = n.name AND p.oid < 16384
                  AND p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace)
             OR EXISTS (
               SELECT FROM pg_catalog.pg_type t
                WHERE NOT n.call AND t.typname = n.name AND t.oid < 16384
                  AND t.typnamespace = 'pg_catalog'::pg_catalog.regnamespace)
        FROM member m
        JOIN named n ON n.classid = m.classid AND n.oid = m.objid
        LEFT JOIN pg_catalog.pg_namespace s ON s.oid = n.namespace
      """;

  private final Map<String, List<Member>> calls = new HashMap<>();
  private final Map<String, List<Member>> names = new HashMap<>();

  private ExtensionMembers() {}

  private record Member(String extension, String schema, boolean shadowed) {
    boolean isMeant(String qualifier) {
      return qualifier.isEmpty() ? !shadowed : qualifier.equals(schema);
    }
  }

  /**
   * Reads the members of all extensions, save those that made one of the schemas.
   *
   * @param exported names of the schemas that are exported
   */
  static ExtensionMembers read(Session session, Collection<String> exported) {
    ExtensionMembers members = new ExtensionMembers();
    new Query(session, "looking at the installed extensions")
        .list(
            MEMBERS,
            row ->
                (row.getBoolean(4) ? members.calls : members.names)
                    .computeIfAbsent(row.getString(3), name -> new ArrayList<>())
                    .add(new Member(row.getString(1), row.getString(2), row.getBoolean(5))),
            exported);
    return members;
  }

  /** Adds the extensions whose function a call can mean. */
  void collectCalls(String qualifier, String name, Set<String> extensions) {
    collect(calls.getOrDefault(name, List.of()), qualifier, extensions);
  }

  /** Adds the extensions whose type, operator class, language or table a name can mean. */
  void collectTypes(String qualifier, String name, Set<String> extensions) {
    collect(names.getOrDefault(name, List.of()), qualifier, extensions);
  }

  private static void collect(List<Member> members, String qualifier, Set<String> extensions) {
    for (Member member : members) {
      if (member.isMeant(qualifier)) {
        extensions.add(member.extension());
      }
    }
  }
}
