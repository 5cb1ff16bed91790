package dev.pgstow.catalog;

import dev.pgstow.catalog.Lockouts.Lockout;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was changed on objects a dump does not make itself: privileges (pg_init_privs tells what
 * they had first), comments and security labels of members of extensions, and privileges of
 * PostgreSQL's own objects.
 */
final class MemberChanges implements KindReader {
  private static final String QUERY =
      """
      SELECT o.*, i.initprivs::text[] AS initprivs,
        -- The extension that every new database has is not made, so its members are as it is.
        (SELECT x.oid FROM pg_extension x
          WHERE x.oid = e.refobjid AND x.oid >= 16384 AND x.extname <> 'plpgsql') AS extension
      FROM (
        SELECT 1259 AS classid, c.oid, 0 AS subid,
          CASE WHEN c.relkind = 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS type,
          c.oid::regclass::text AS name, NULL::text AS attname,
          pg_get_userbyid(c.relowner) AS owner, c.relacl::text[] AS acl,
          acldefault(CASE WHEN c.relkind = 'S' THEN 's'::"char" ELSE 'r'::"char" END,
            c.relowner)::text[] AS acldefault
        FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
          AND c.relacl IS NOT NULL AND c.relpersistence <> 't'
        UNION ALL
        SELECT 1259, c.oid, a.attnum, 'COLUMN', c.oid::regclass::text, a.attname,
          pg_get_userbyid(c.relowner), a.attacl::text[], NULL
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE NOT a.attisdropped AND c.relpersistence <> 't'
          -- A column that lost the last of its first privileges has none at all.
          AND (a.attacl IS NOT NULL OR EXISTS (SELECT FROM pg_init_privs p
            WHERE p.classoid = 1259 AND p.objoid = c.oid AND p.objsubid = a.attnum))
        UNION ALL
        SELECT 1255, p.oid, 0, CASE WHEN p.prokind = 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END,
          p.oid::regprocedure::text, NULL, pg_get_userbyid(p.proowner), p.proacl::text[],
          acldefault('f', p.proowner)::text[]
        FROM pg_proc p WHERE p.proacl IS NOT NULL
        UNION ALL
        -- GRANT takes no name that is SQL's alone, such as integer.
        SELECT 1247, t.oid, 0, 'TYPE', format('%I.%I', n.nspname, t.typname), NULL,
          pg_get_userbyid(t.typowner), t.typacl::text[], acldefault('T', t.typowner)::text[]
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typacl IS NOT NULL
        UNION ALL
        SELECT 2612, l.oid, 0, 'LANGUAGE', quote_ident(l.lanname), NULL,
          pg_get_userbyid(l.lanowner), l.lanacl::text[], acldefault('l', l.lanowner)::text[]
        FROM pg_language l WHERE l.lanacl IS NOT NULL
        UNION ALL
        SELECT 2615, n.oid, 0, 'SCHEMA', quote_ident(n.nspname), NULL,
          pg_get_userbyid(n.nspowner), n.nspacl::text[], acldefault('n', n.nspowner)::text[]
        FROM pg_namespace n
        WHERE n.nspacl IS NOT NULL AND n.nspname <> 'public' AND n.oid <> 2200
          AND n.nspname !~ '^pg_(toast_)?temp_'
        UNION ALL
        SELECT 2328, w.oid, 0, 'FOREIGN DATA WRAPPER', quote_ident(w.fdwname), NULL,
          pg_get_userbyid(w.fdwowner), w.fdwacl::text[], acldefault('F', w.fdwowner)::text[]
        FROM pg_foreign_data_wrapper w WHERE w.fdwacl IS NOT NULL
        UNION ALL
        SELECT 1417, s.oid, 0, 'FOREIGN SERVER', quote_ident(s.srvname), NULL,
          pg_get_userbyid(s.srvowner), s.srvacl::text[], acldefault('S', s.srvowner)::text[]
        FROM pg_foreign_server s WHERE s.srvacl IS NOT NULL) o
        LEFT JOIN pg_init_privs i
          ON i.classoid = o.classid AND i.objoid = o.oid AND i.objsubid = o.subid
        LEFT JOIN pg_depend e ON e.classid = o.classid AND e.objid = o.oid AND e.deptype = 'e'
      WHERE (e.objid IS NOT NULL
          -- What initdb grants on the information schema is not in pg_init_privs.
          OR (o.oid < 16384 AND o.name !~ '^information_schema(\\.|$)'))
        AND o.acl IS DISTINCT FROM i.initprivs::text[]
      -- What a table loses, its columns lose as well.
      ORDER BY o.type = 'COLUMN', o.type, o.name, o.subid
      """;

  /** Types of objects whose identity COMMENT ON takes as {@code pg_identify_object} writes it. */
  private static final Set<String> COMMENTED =
      Set.of(
          "table",
          "view",
          "materialized view",
          "index",
          "sequence",
          "foreign table",
          "function",
          "procedure",
          "aggregate",
          "type",
          "collation",
          "conversion",
          "cast",
          "operator",
          "operator class",
          "operator family",
          "language",
          "schema",
          "server",
          "event trigger",
          "access method",
          "foreign-data wrapper",
          "text search parser",
          "text search dictionary",
          "text search template",
          "text search configuration");

  private final Map<Long, Node> extensions;

  /** Extensions by OID. */
  MemberChanges(Map<Long, Node> extensions) {
    this.extensions = extensions;
  }

  @Override
  public void read(Reading reading) {
    said(reading);
    Grants grants = new Grants(reading.major());
    SystemNode system = new SystemNode(reading);
    MemberOwners.read(reading, extensions, system);
    if (!reading.belongings().hasPrivileges()) {
      return;
    }
    reading
        .queries()
        .each(
            "privileges of extensions' members",
            QUERY,
            row -> {
              Acl acl = acl(row);
              Acl back = acl.reversed();
              List<String> changes = statements(grants, row, acl);
              if (changes.isEmpty()) {
                return;
              }
              Optional<Node> node =
                  row.optional("extension").isPresent()
                      ? Optional.ofNullable(extensions.get(row.oid("extension")))
                      : system.node();
              node.ifPresent(
                  n -> {
                    n.create(changes);
                    if (row.optional("extension").isEmpty()) {
                      statements(grants, row, back).forEach(n::drop);
                    }
                  });
            });
  }

  private static Acl acl(Row row) {
    List<String> base =
        row.optional("initprivs").isPresent() ? row.list("initprivs") : row.list("acldefault");
    return new Acl(row.list("acl"), base);
  }

  private static List<String> statements(Grants grants, Row row, Acl acl) {
    String owner = row.text("owner");
    return row.optional("attname")
        .map(column -> grants.onColumn(row.text("name"), column, owner, acl, Lockout.NONE))
        .orElseGet(() -> grants.on(row.text("type"), row.text("name"), owner, acl));
  }

  private void said(Reading reading) {
    reading
        .queries()
        .each(
            "comments and labels on extensions' members",
            """
            SELECT e.refobjid AS extension, i.type, i.identity, d.provider, d.description
            FROM pg_depend e
              JOIN (
                SELECT classoid, objoid, objsubid, NULL AS provider, description
                FROM pg_description
                UNION ALL
                SELECT classoid, objoid, objsubid, provider, label FROM pg_seclabel) d
                ON d.classoid = e.classid AND d.objoid = e.objid
              CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) i
            WHERE e.deptype = 'e' AND e.refobjid >= 16384
            ORDER BY i.type, i.identity, d.provider NULLS FIRST
            """,
            row -> {
              Node node = extensions.get(row.oid("extension"));
              String type = row.text("type").replace('-', ' ');
              boolean column = type.endsWith(" column");
              if (node != null && (column || COMMENTED.contains(row.text("type")))) {
                node.create(
                    row.optional("provider")
                            .map(provider -> "SECURITY LABEL FOR " + Names.quote(provider))
                            .orElse("COMMENT")
                        + " ON "
                        + (column ? "COLUMN" : type.toUpperCase(Locale.ROOT))
                        + " "
                        + row.text("identity")
                        + " IS "
                        + Names.literal(row.text("description")));
              }
            });
  }
}
