package dev.pgstow.catalog;

import java.util.EnumMap;
import java.util.Map;

/** How many objects of each kind the catalogs hold, counted apart from the readers. */
final class CatalogCounts {
  private static final String QUERY =
      """
      SELECT 'SCHEMA' AS kind, count(*) FROM pg_namespace
        WHERE (oid >= 16384 OR oid = 2200) AND nspname <> 'public' AND nspname !~ '^pg_'
      UNION ALL SELECT 'EXTENSION', count(*) FROM pg_extension
        WHERE oid >= 16384 AND extname <> 'plpgsql'
      UNION ALL SELECT 'LANGUAGE', count(*) FROM pg_language WHERE oid >= 16384 AND lanispl
      UNION ALL SELECT 'ACCESS_METHOD', count(*) FROM pg_am WHERE oid >= 16384
      UNION ALL SELECT CASE WHEN typtype = 'd' THEN 'DOMAIN' ELSE 'TYPE' END, count(*)
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE t.oid >= 16384 AND n.nspname !~ '^pg_(toast_)?temp_' AND typtype <> 'm'
          AND typtype <> 'c' AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
        GROUP BY 1
      UNION ALL SELECT 'COLLATION', count(*)
        FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
        WHERE c.oid >= 16384 AND n.nspname !~ '^pg_temp_'
      UNION ALL SELECT 'CONVERSION', count(*) FROM pg_conversion WHERE oid >= 16384
      UNION ALL SELECT 'CAST', count(*) FROM pg_cast c WHERE oid >= 16384
        AND NOT EXISTS (SELECT FROM pg_range
          WHERE rngtypid = c.castsource AND rngmultitypid = c.casttarget)
      UNION ALL SELECT 'TRANSFORM', count(*) FROM pg_transform WHERE oid >= 16384
      UNION ALL SELECT CASE prokind WHEN 'a' THEN 'AGGREGATE' WHEN 'p' THEN 'PROCEDURE'
          ELSE 'FUNCTION' END, count(*)
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE p.oid >= 16384 AND n.nspname !~ '^pg_temp_'
          AND NOT EXISTS (SELECT FROM pg_depend
            WHERE classid = 1255 AND objid = p.oid AND deptype = 'i')
        GROUP BY 1
      UNION ALL SELECT 'OPERATOR', count(*) FROM pg_operator WHERE oid >= 16384
      UNION ALL SELECT 'OPERATOR_FAMILY', count(*) FROM pg_opfamily WHERE oid >= 16384
      UNION ALL SELECT 'OPERATOR_CLASS', count(*) FROM pg_opclass WHERE oid >= 16384
      UNION ALL SELECT 'TEXT_SEARCH_PARSER', count(*) FROM pg_ts_parser WHERE oid >= 16384
      UNION ALL SELECT 'TEXT_SEARCH_TEMPLATE', count(*) FROM pg_ts_template WHERE oid >= 16384
      UNION ALL SELECT 'TEXT_SEARCH_DICTIONARY', count(*) FROM pg_ts_dict WHERE oid >= 16384
      UNION ALL SELECT 'TEXT_SEARCH_CONFIGURATION', count(*) FROM pg_ts_config WHERE oid >= 16384
      UNION ALL SELECT 'FOREIGN_DATA_WRAPPER', count(*) FROM pg_foreign_data_wrapper
        WHERE oid >= 16384
      UNION ALL SELECT 'FOREIGN_SERVER', count(*) FROM pg_foreign_server WHERE oid >= 16384
      UNION ALL SELECT 'USER_MAPPING', count(*) FROM pg_user_mappings
      UNION ALL SELECT CASE relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW'
          WHEN 'm' THEN 'MATERIALIZED_VIEW' WHEN 'f' THEN 'FOREIGN_TABLE' WHEN 'c' THEN 'TYPE'
          ELSE 'TABLE' END, count(*)
        FROM pg_class WHERE oid >= 16384 AND relpersistence <> 't'
          AND relkind IN ('S', 'v', 'm', 'f', 'c', 'r', 'p')
        GROUP BY 1
      UNION ALL SELECT 'CONSTRAINT', count(*)
        FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
        WHERE k.oid >= 16384 AND k.contype <> 't' AND n.nspname !~ '^pg_temp_'
      UNION ALL SELECT 'INDEX', count(*)
        FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
        WHERE i.indexrelid >= 16384 AND c.relpersistence <> 't' AND c.relkind <> 't'
          AND NOT EXISTS (SELECT FROM pg_constraint k
            WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
      UNION ALL SELECT 'STATISTICS', count(*)
        FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
        WHERE s.oid >= 16384 AND n.nspname !~ '^pg_temp_'
      UNION ALL SELECT 'RULE', count(*)
        FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
        WHERE r.oid >= 16384 AND c.relpersistence <> 't' AND r.ev_type <> '1'
      UNION ALL SELECT 'TRIGGER', count(*)
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE t.oid >= 16384 AND c.relpersistence <> 't' AND NOT t.tgisinternal
          AND t.tgparentid = 0
      UNION ALL SELECT 'EVENT_TRIGGER', count(*) FROM pg_event_trigger WHERE oid >= 16384
      UNION ALL SELECT 'POLICY', count(*)
        FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
        WHERE p.oid >= 16384 AND c.relpersistence <> 't'
      UNION ALL SELECT 'PUBLICATION', count(*) FROM pg_publication WHERE oid >= 16384
      UNION ALL SELECT 'SUBSCRIPTION', count(*) FROM pg_subscription
        WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
      UNION ALL SELECT 'DEFAULT_PRIVILEGES', count(*) FROM pg_default_acl
      """;

  private CatalogCounts() {}

  static Map<ObjectKind, Integer> of(Queries queries) {
    Map<ObjectKind, Integer> counts = new EnumMap<>(ObjectKind.class);
    queries.each(
        "numbers of objects",
        QUERY,
        row ->
            counts.merge(ObjectKind.valueOf(row.text("kind")), row.number("count"), Integer::sum));
    return counts;
  }
}
