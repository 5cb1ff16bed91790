-- Describes the live schemas in the metaschema, as the server would have while creating them. Ids come from names.
CREATE FUNCTION pg_temp.sample_id(kind text, name text) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT uuid_generate_v5(uuid_ns_url(), kind || ':' || name) $$;

CREATE TEMPORARY VIEW sample_tables AS
  SELECT c.oid, c.relname, s.schema_name, s.database_id, s.id AS schema_id, c.relrowsecurity, c.relacl,
    pg_temp.sample_id('table', s.schema_name || '.' || c.relname) AS id
  FROM pg_class AS c
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  JOIN metaschema_public.schema AS s ON s.schema_name = n.nspname
  WHERE c.relkind = 'r';

CREATE TEMPORARY VIEW sample_fields AS
  SELECT a.attrelid, a.attname, a.attnum, a.attnotnull, a.atttypid, a.atttypmod, a.attacl, t.database_id, t.id AS table_id,
    pg_temp.sample_id('field', t.schema_name || '.' || t.relname || '.' || a.attname) AS id
  FROM pg_attribute AS a
  JOIN sample_tables AS t ON t.oid = a.attrelid
  WHERE a.attnum > 0 AND NOT a.attisdropped;

CREATE FUNCTION pg_temp.field_ids(relation oid, columns smallint[]) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(f.id ORDER BY c.position)
  FROM unnest(columns) WITH ORDINALITY AS c (number, position)
  JOIN sample_fields AS f ON f.attrelid = relation AND f.attnum = c.number
$$;

INSERT INTO metaschema_public."table"
  (id, database_id, schema_id, name, label, description, use_rls, timestamps, plural_name, singular_name)
SELECT t.id, t.database_id, t.schema_id, t.relname, initcap(replace(t.relname, '_', ' ')),
  obj_description(t.oid, 'pg_class'), t.relrowsecurity,
  EXISTS (SELECT FROM sample_fields AS f WHERE f.table_id = t.id AND f.attname = 'updated_at'),
  t.relname, regexp_replace(t.relname, '(ie)?s$', CASE WHEN t.relname LIKE '%ies' THEN 'y' ELSE '' END)
FROM sample_tables AS t;

INSERT INTO metaschema_public.field
  (id, database_id, table_id, name, description, is_required, default_value, type, field_order)
SELECT f.id, f.database_id, f.table_id, f.attname, col_description(f.attrelid, f.attnum), f.attnotnull,
  pg_get_expr(d.adbin, d.adrelid), format_type(f.atttypid, f.atttypmod), f.attnum
FROM sample_fields AS f
LEFT JOIN pg_attrdef AS d ON d.adrelid = f.attrelid AND d.adnum = f.attnum;

CREATE TEMPORARY VIEW sample_constraints AS
  SELECT k.*, t.database_id, t.id AS table_id,
    pg_temp.sample_id('constraint', t.schema_name || '.' || t.relname || '.' || k.conname) AS id,
    pg_temp.field_ids(k.conrelid, k.conkey) AS field_ids
  FROM pg_constraint AS k
  JOIN sample_tables AS t ON t.oid = k.conrelid;

INSERT INTO metaschema_public.primary_key_constraint (id, database_id, table_id, name, type, field_ids)
SELECT id, database_id, table_id, conname, contype, field_ids FROM sample_constraints WHERE contype = 'p';

INSERT INTO metaschema_public.unique_constraint (id, database_id, table_id, name, type, field_ids)
SELECT id, database_id, table_id, conname, contype, field_ids FROM sample_constraints WHERE contype = 'u';

INSERT INTO metaschema_public.check_constraint (id, database_id, table_id, name, type, field_ids, expr)
SELECT id, database_id, table_id, conname, contype, field_ids, jsonb_build_object('sql', pg_get_expr(conbin, conrelid))
FROM sample_constraints WHERE contype = 'c';

INSERT INTO metaschema_public.foreign_key_constraint
  (id, database_id, table_id, name, type, field_ids, ref_table_id, ref_field_ids, delete_action, update_action)
SELECT k.id, k.database_id, k.table_id, k.conname, k.contype, k.field_ids, t.id,
  pg_temp.field_ids(k.confrelid, k.confkey), k.confdeltype::text, k.confupdtype::text
FROM sample_constraints AS k
JOIN sample_tables AS t ON t.oid = k.confrelid
WHERE k.contype = 'f';

INSERT INTO metaschema_public.index
  (id, database_id, table_id, name, field_ids, access_method, index_params, where_clause, is_unique)
SELECT pg_temp.sample_id('index', t.schema_name || '.' || i.relname), t.database_id, t.id, i.relname,
  pg_temp.field_ids(x.indrelid, x.indkey), upper(m.amname),
  (SELECT jsonb_object_agg(option_name, option_value) FROM pg_options_to_table(i.reloptions)),
  to_jsonb(pg_get_expr(x.indpred, x.indrelid)), x.indisunique
FROM pg_index AS x
JOIN pg_class AS i ON i.oid = x.indexrelid
JOIN pg_am AS m ON m.oid = i.relam
JOIN sample_tables AS t ON t.oid = x.indrelid
WHERE NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u'));

INSERT INTO metaschema_public.policy (id, database_id, table_id, name, role_name, privilege, permissive, policy_type, data)
SELECT pg_temp.sample_id('policy', t.schema_name || '.' || t.relname || '.' || p.polname), t.database_id, t.id, p.polname,
  (SELECT string_agg(pg_get_userbyid(r.oid), ',' ORDER BY pg_get_userbyid(r.oid)) FROM unnest(p.polroles) AS r (oid)),
  CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
  p.polpermissive, 'sql',
  jsonb_build_object('using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid))
FROM pg_policy AS p
JOIN sample_tables AS t ON t.oid = p.polrelid;

INSERT INTO metaschema_public.trigger (id, database_id, table_id, name, event, function_name)
SELECT pg_temp.sample_id('trigger', t.schema_name || '.' || t.relname || '.' || g.tgname), t.database_id, t.id, g.tgname,
  concat_ws(' or ', CASE WHEN g.tgtype & 4 > 0 THEN 'insert' END, CASE WHEN g.tgtype & 16 > 0 THEN 'update' END,
    CASE WHEN g.tgtype & 8 > 0 THEN 'delete' END),
  n.nspname || '.' || p.proname
FROM pg_trigger AS g
JOIN sample_tables AS t ON t.oid = g.tgrelid
JOIN pg_proc AS p ON p.oid = g.tgfoid
JOIN pg_namespace AS n ON n.oid = p.pronamespace
WHERE NOT g.tgisinternal;

CREATE TEMPORARY VIEW sample_routines AS
  SELECT p.*, s.database_id, l.lanname, pg_temp.sample_id('routine', s.schema_name || '.' || p.proname) AS id
  FROM pg_proc AS p
  JOIN pg_namespace AS n ON n.oid = p.pronamespace
  JOIN pg_language AS l ON l.oid = p.prolang
  JOIN metaschema_public.schema AS s ON s.schema_name = n.nspname;

INSERT INTO metaschema_public.trigger_function (id, database_id, name, code)
SELECT id, database_id, proname, prosrc FROM sample_routines WHERE prorettype = 'trigger'::regtype;

INSERT INTO metaschema_public.procedure (id, database_id, name, argnames, argtypes, lang_name, definition)
SELECT r.id, r.database_id, r.proname, r.proargnames,
  (SELECT array_agg(format_type(a.type, NULL) ORDER BY a.position)
   FROM unnest(r.proargtypes) WITH ORDINALITY AS a (type, position)),
  r.lanname, r.prosrc
FROM sample_routines AS r WHERE r.prorettype <> 'trigger'::regtype;

INSERT INTO metaschema_public.schema_grant (id, database_id, schema_id, grantee_name)
SELECT pg_temp.sample_id('schema_grant', n.nspname || '.' || pg_get_userbyid(g.grantee)), s.database_id, s.id, pg_get_userbyid(g.grantee)
FROM pg_namespace AS n
JOIN metaschema_public.schema AS s ON s.schema_name = n.nspname
CROSS JOIN LATERAL aclexplode(n.nspacl) AS g
WHERE g.grantee <> n.nspowner AND g.privilege_type = 'USAGE';

INSERT INTO metaschema_public.table_grant (id, database_id, table_id, privilege, role_name, field_ids)
SELECT pg_temp.sample_id('table_grant', concat_ws('.', t.id, pg_get_userbyid(g.grantee), g.privilege_type)),
  t.database_id, t.id, g.privilege_type, pg_get_userbyid(g.grantee), NULL
FROM sample_tables AS t
CROSS JOIN LATERAL aclexplode(t.relacl) AS g
WHERE pg_get_userbyid(g.grantee) IN ('anonymous', 'authenticated')
UNION ALL
SELECT pg_temp.sample_id('table_grant', concat_ws('.', f.table_id, pg_get_userbyid(g.grantee), g.privilege_type, 'fields')),
  f.database_id, f.table_id, g.privilege_type, pg_get_userbyid(g.grantee), array_agg(f.id ORDER BY f.attnum)
FROM sample_fields AS f
CROSS JOIN LATERAL aclexplode(f.attacl) AS g
GROUP BY f.database_id, f.table_id, g.privilege_type, g.grantee;

INSERT INTO metaschema_public.database_extension (name, database_id)
SELECT e.name, d.id FROM metaschema_public.database AS d
CROSS JOIN (VALUES ('citext'), ('pgcrypto'), ('uuid-ossp')) AS e (name)
WHERE d.name = 'bookshop' OR e.name = 'citext';
