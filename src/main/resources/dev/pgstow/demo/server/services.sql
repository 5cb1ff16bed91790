-- What no catalog knows: labels and tags, modules, and both vintages of APIs, sites and domains.
CREATE FUNCTION pg_temp.table_of(schema_name text, name text) RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT uuid_generate_v5(uuid_ns_url(), 'table:' || schema_name || '.' || name) $$;
CREATE FUNCTION pg_temp.field_of(schema_name text, path text) RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT uuid_generate_v5(uuid_ns_url(), 'field:' || schema_name || '.' || path) $$;
CREATE FUNCTION pg_temp.schema_of(schema_name text) RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT uuid_generate_v5(uuid_ns_url(), 'schema:' || schema_name) $$;

UPDATE metaschema_public."table" SET smart_tags = '{"nested": {"a": [1, 2.50, {"b": null}]}, "behavior": "+connection -delete"}',
  tags = '{catalogue,"{braces}","with space","back\\slash"}'
WHERE id = pg_temp.table_of('${app-public}', 'books');
UPDATE metaschema_public."table" SET label = '著者', smart_tags = '{"name": "Writer", "quote": "say \"hi\", it''s fine"}'
WHERE id = pg_temp.table_of('${app-public}', 'authors');
UPDATE metaschema_public."table" SET smart_tags = '[]', scope = 1, module = 'loyalty', category = 'module'
WHERE id = pg_temp.table_of('loyalty', 'accounts');
UPDATE metaschema_public.field SET min = -1.5e-300, max = 'Infinity', default_value_ast = '0', chk = '{"and": [{"gte": 0}, {"lte": 5}]}'
WHERE id = pg_temp.field_of('${app-public}', 'books.rating');
UPDATE metaschema_public.field SET min = 0, max = 9007199254740993, default_value_ast = '12345678901234567890.123456789'
WHERE id = pg_temp.field_of('${app-public}', 'books.copies_sold');
UPDATE metaschema_public.field SET default_value_ast = '"$& is no pattern"', label = 'Gift note 🎁', tags = '{gift,"comma, here"}'
WHERE id = pg_temp.field_of('${app-public}', 'order_lines.gift$note');
UPDATE metaschema_public.field SET regexp = '^97[89]-?\d{9}-?\d$', label = E'ISBN\t(13)', default_value_ast = 'null'
WHERE id = pg_temp.field_of('${app-public}', 'books.isbn');
UPDATE metaschema_public.field SET default_value_ast = 'false', is_hidden = true
WHERE id = pg_temp.field_of('${memberships-public}', 'app_memberships.is_banned');

INSERT INTO metaschema_public.full_text_search (id, database_id, table_id, field_id, field_ids, weights, langs)
SELECT '5ea7c400-0000-4000-8000-000000000001', database_id, id, pg_temp.field_of('${app-public}', 'books.search'),
  ARRAY[pg_temp.field_of('${app-public}', 'books.title'), pg_temp.field_of('${app-public}', 'books.subtitle')],
  '{A,B}', '{pg_catalog.simple,pg_catalog.simple}'
FROM metaschema_public."table" WHERE id = pg_temp.table_of('${app-public}', 'books');

INSERT INTO metaschema_public.rls_function (id, database_id, table_id, name, label, description, data, inline, security)
SELECT 'f0000000-0000-4000-8000-000000000001', database_id, id, 'owns_order', 'Owns the order', NULL,
  '{"schema": "${app-public}", "table": "orders", "field": "customer_id"}', true, 1
FROM metaschema_public."table" WHERE id = pg_temp.table_of('${app-public}', 'orders');
INSERT INTO metaschema_public.limit_function (id, database_id, table_id, name, label, description, data, security)
SELECT 'f0000000-0000-4000-8000-000000000002', database_id, id, 'max_lists', 'At most so many lists', 'per reader', '25', 0
FROM metaschema_public."table" WHERE id = pg_temp.table_of('${app-public-v2}', 'reading_lists');

INSERT INTO services_public.apis (id, database_id, name, dbname, role_name, anon_role, is_public) VALUES
  ('a9100000-0000-4000-8000-000000000001', 'b00c5409-0000-4000-8000-000000000001', 'shop', 'constructive', 'authenticated', 'anonymous', true),
  ('a9100000-0000-4000-8000-000000000002', 'b00c5409-0000-4000-8000-000000000001', 'back-office', 'constructive', 'administrator', 'administrator', false),
  ('a9100000-0000-4000-8000-000000000003', 'be750000-0000-4000-8000-000000000002', 'pets', 'constructive', 'authenticated', 'anonymous', true);
INSERT INTO services_public.api_schemas (id, database_id, schema_id, api_id)
SELECT uuid_generate_v5(uuid_ns_url(), 'services api ' || s.id), s.database_id, s.id, a.id
FROM metaschema_public.schema AS s
JOIN services_public.apis AS a ON a.database_id = s.database_id AND a.name IN ('shop', 'pets')
WHERE s.is_public;
INSERT INTO services_public.api_extensions (id, schema_name, database_id, api_id) VALUES
  ('a9e00000-0000-4000-8000-000000000001', 'jwt_public', 'b00c5409-0000-4000-8000-000000000001', 'a9100000-0000-4000-8000-000000000001');
INSERT INTO services_public.api_modules (id, database_id, api_id, name, data) VALUES
  ('a9d00000-0000-4000-8000-000000000001', 'b00c5409-0000-4000-8000-000000000001', 'a9100000-0000-4000-8000-000000000001', 'rate-limit',
   '{"rpm": 60,  "burst": 1e3, "rpm": 61}');
INSERT INTO services_public.sites (id, database_id, title, description, og_image, favicon, logo, dbname) VALUES
  ('517e0000-0000-4000-8000-000000000001', 'b00c5409-0000-4000-8000-000000000001', 'L''été des livres', 'Books & more <3',
   '{"url": "https://cdn.example.test/og.png", "mime": "image/png", "width": 1200}', 'https://cdn.example.test/favicon.ico', NULL, 'constructive');
INSERT INTO services_public.apps (id, database_id, site_id, name, app_image, app_store_link, app_store_id, app_id_prefix, play_store_link) VALUES
  ('a9900000-0000-4000-8000-000000000001', 'b00c5409-0000-4000-8000-000000000001', '517e0000-0000-4000-8000-000000000001', 'Bookshop',
   NULL, 'https://apps.example.test/id1234567890', '1234567890', 'ABCDE12345', NULL);
INSERT INTO services_public.domains (id, database_id, api_id, site_id, subdomain, domain) VALUES
  ('d0300000-0000-4000-8000-000000000001', 'b00c5409-0000-4000-8000-000000000001', 'a9100000-0000-4000-8000-000000000001', NULL, 'api', 'bookshop.example.test'),
  ('d0300000-0000-4000-8000-000000000002', 'b00c5409-0000-4000-8000-000000000001', NULL, '517e0000-0000-4000-8000-000000000001', NULL, 'bookshop.example.test'),
  ('d0300000-0000-4000-8000-000000000003', 'be750000-0000-4000-8000-000000000002', 'a9100000-0000-4000-8000-000000000003', NULL, 'api', 'pets.example.test');
INSERT INTO services_public.site_metadata (id, database_id, site_id, title, description, og_image) VALUES
  ('51730000-0000-4000-8000-000000000001', 'b00c5409-0000-4000-8000-000000000001', '517e0000-0000-4000-8000-000000000001', '本の店 – Bookshop', E'Two\nlines', NULL);
INSERT INTO services_public.site_modules (id, database_id, site_id, name, data) VALUES
  ('517d0000-0000-4000-8000-000000000001', 'b00c5409-0000-4000-8000-000000000001', '517e0000-0000-4000-8000-000000000001', 'newsletter', '"weekly"');
INSERT INTO services_public.site_themes (id, database_id, site_id, theme) VALUES
  ('517c0000-0000-4000-8000-000000000001', 'b00c5409-0000-4000-8000-000000000001', '517e0000-0000-4000-8000-000000000001',
   '{"colors": {"primary": "#0af"}, "fonts": ["Inter", "\"Fira Code\""]}');

INSERT INTO routing_public.apis (id, database_id, name, dbname, role_name, anon_role, is_published, config) VALUES
  ('40100000-0000-4000-8000-000000000001', 'b00c5409-0000-4000-8000-000000000001', 'shop', 'constructive', 'authenticated', 'anonymous', true,
   '{"cors": ["*"], "limits": {"rpm": 60}, "schemas": ["${app-public}", "${app-public-v2}"]}'),
  ('40100000-0000-4000-8000-000000000002', 'b00c5409-0000-4000-8000-000000000001', 'back-office', 'constructive', 'administrator', NULL, false, NULL),
  ('40100000-0000-4000-8000-000000000003', 'be750000-0000-4000-8000-000000000002', 'pets', 'constructive', 'authenticated', 'anonymous', true, '{}');
INSERT INTO routing_public.api_schemas (id, database_id, schema_id, api_id)
SELECT uuid_generate_v5(uuid_ns_url(), 'routing api ' || s.id), s.database_id, s.id, a.id
FROM metaschema_public.schema AS s
JOIN routing_public.apis AS a ON a.database_id = s.database_id AND a.name IN ('shop', 'pets')
WHERE s.is_public;
INSERT INTO routing_public.api_settings (id, database_id, api_id, enable_aggregates, enable_realtime, enable_i18n, statement_timeout_ms, options) VALUES
  ('40150000-0000-4000-8000-000000000001', 'b00c5409-0000-4000-8000-000000000001', '40100000-0000-4000-8000-000000000001', true, NULL, false,
   9007199254740993, '{"maxDepth": 12}');
INSERT INTO routing_public.cors_settings (id, database_id, api_id, allowed_origins, max_age) VALUES
  ('40c00000-0000-4000-8000-000000000001', 'b00c5409-0000-4000-8000-000000000001', '40100000-0000-4000-8000-000000000001',
   '{https://bookshop.example.test,http://localhost:3000,"weird,\"o\\rigin{}",NULL,""}', '1 day 02:30:00.25');
INSERT INTO routing_public.database_settings (id, database_id, enable_search, statement_timeout_ms, row_limit, options, labels, annotations) VALUES
  ('40d00000-0000-4000-8000-000000000001', 'b00c5409-0000-4000-8000-000000000001', false, 9223372036854775807,
   123456789012345678901234567890.000000001, '{}', '{"env": "prod", "région": "Île-de-France"}', '{"note": "it''s a demo"}'),
  ('40d00000-0000-4000-8000-000000000002', 'be750000-0000-4000-8000-000000000002', true, NULL, 'NaN', 'false', '[]', '""');
INSERT INTO routing_public.sites (id, database_id, name, title, description, is_published, config, dbname) VALUES
  ('40510000-0000-4000-8000-000000000001', 'b00c5409-0000-4000-8000-000000000001', 'bookshop-site', 'L''été des livres', NULL, true,
   '{"logo": "x.png", "menu": [["本", "/books"], ["About", "/about"]]}', 'constructive');
INSERT INTO routing_public.site_metadata (id, database_id, site_id, title, description, og_image, favicon, robots, canonical_url) VALUES
  ('40520000-0000-4000-8000-000000000001', 'b00c5409-0000-4000-8000-000000000001', '40510000-0000-4000-8000-000000000001', 'Bookshop <home>', '',
   '{"url": "https://cdn.example.test/og.png", "mime": "image/png"}', NULL, 'index,follow', 'https://bookshop.example.test/');
INSERT INTO routing_public.site_themes (id, database_id, site_id, name, theme, is_active) VALUES
  ('40530000-0000-4000-8000-000000000001', 'b00c5409-0000-4000-8000-000000000001', '40510000-0000-4000-8000-000000000001', 'paper',
   '{"fonts": ["Inter", "\"Fira Code\""], "ratio": 1.6180339887498948482}', true),
  ('40530000-0000-4000-8000-000000000002', 'b00c5409-0000-4000-8000-000000000001', '40510000-0000-4000-8000-000000000001', 'none', 'null', false);
INSERT INTO routing_public.domains
  (id, database_id, hostname, managed, is_wildcard, parent_hostname, verification_status, verified_at, tls_status, tls_ready_at, config) VALUES
  ('40600000-0000-4000-8000-000000000001', 'b00c5409-0000-4000-8000-000000000001', 'bookshop.example.test', true, false, NULL, 'verified',
   '2026-02-27 08:40:42.987654+00', 'ready', '2026-02-27 08:41:00.5+00', '{"hsts": true}'),
  ('40600000-0000-4000-8000-000000000002', 'b00c5409-0000-4000-8000-000000000001', '*.bookshop.example.test', false, true, 'bookshop.example.test', 'pending',
   NULL, 'pending', 'infinity', NULL),
  ('40600000-0000-4000-8000-000000000003', 'be750000-0000-4000-8000-000000000002', 'pets.example.test', false, false, NULL, 'pending', NULL, 'pending', NULL, NULL);
INSERT INTO routing_public.routes (id, database_id, domain_id, position, path, method, priority, target_api_id, target_site_id, config)
OVERRIDING SYSTEM VALUE VALUES
  ('40700000-0000-4000-8000-000000000001', 'b00c5409-0000-4000-8000-000000000001', '40600000-0000-4000-8000-000000000001', 10, '/graphql', 'POST', 10,
   '40100000-0000-4000-8000-000000000001', NULL, NULL),
  ('40700000-0000-4000-8000-000000000002', 'b00c5409-0000-4000-8000-000000000001', '40600000-0000-4000-8000-000000000001', 20, '/', NULL, 0,
   NULL, '40510000-0000-4000-8000-000000000001', '{"cache": "PT1H"}');
INSERT INTO routing_public.hostname_bindings (id, domain_id, hostname, managed, is_wildcard, verification_status, updated_at)
SELECT uuid_generate_v5(uuid_ns_url(), 'hostname ' || d.hostname), d.id, d.hostname, d.managed, d.is_wildcard, d.verification_status, '2026-03-01 00:00:00+00'
FROM routing_public.domains AS d;
INSERT INTO routing_public.route_bindings (id, domain_id, path, method, priority, target_api_id, target_site_id, updated_at)
SELECT uuid_generate_v5(uuid_ns_url(), 'route ' || r.id), r.domain_id, r.path, r.method, r.priority, r.target_api_id, r.target_site_id, '2026-03-01 00:00:00+00'
FROM routing_public.routes AS r;

INSERT INTO apps_public.apps (id, database_id, name, title, description, status, config, is_published) VALUES
  ('a9990000-0000-4000-8000-000000000001', 'b00c5409-0000-4000-8000-000000000001', 'Bookshop-Mobile', 'Bookshop モバイル', '', 'live', '{"ios": {"id": 1}}', true);
INSERT INTO catalog_private.apis (id, owner_scope, owner_key, is_visible, database_id, name, dbname, role_name, anon_role, config) VALUES
  ('ca7a0000-0000-4000-8000-000000000001', 'database', 'b00c5409-0000-4000-8000-000000000001', true, 'b00c5409-0000-4000-8000-000000000001',
   'shop', 'constructive', 'authenticated', 'anonymous', '[1, "two", {"three": 3.0}]'),
  ('ca7a0000-0000-4000-8000-000000000002', 'server', NULL, false, NULL, 'health', 'constructive', NULL, 'anonymous', NULL);

INSERT INTO metaschema_modules_public.users_module (id, database_id, schema_id, table_id, table_name) VALUES
  ('30d00000-0000-4000-8000-000000000001', 'b00c5409-0000-4000-8000-000000000001', pg_temp.schema_of('${auth-public}'),
   pg_temp.table_of('${auth-public}', 'users'), 'users');
INSERT INTO metaschema_modules_public.emails_module (id, database_id, schema_id, private_schema_id, table_id, owner_table_id, table_name) VALUES
  ('30d00000-0000-4000-8000-000000000002', 'b00c5409-0000-4000-8000-000000000001', pg_temp.schema_of('${auth-public}'),
   pg_temp.schema_of('${app-private}'), pg_temp.table_of('${auth-public}', 'emails'), pg_temp.table_of('${auth-public}', 'users'), 'emails');
INSERT INTO metaschema_modules_public.sessions_module
  (id, database_id, schema_id, sessions_table_id, sessions_table, sessions_default_expiration, grace, refresh_after, policies) VALUES
  ('30d00000-0000-4000-8000-000000000003', 'b00c5409-0000-4000-8000-000000000001', pg_temp.schema_of('${auth-public}'),
   pg_temp.table_of('${auth-public}', 'sessions'), 'sessions', '1 year 2 mons 3 days 04:05:06.789', '-00:05:00', '-1 mons +2 days',
   ARRAY['{"ip": "same"}', '[]', '"strict"', NULL, 'null']::jsonb[]);
INSERT INTO metaschema_modules_public.memberships_module
  (id, database_id, schema_id, private_schema_id, memberships_table_id, grants_table_id, actor_table_id,
   memberships_table_name, grants_table_name, membership_type, prefix, actor_perm_check, entity_ids_function) VALUES
  ('30d00000-0000-4000-8000-000000000004', 'b00c5409-0000-4000-8000-000000000001', pg_temp.schema_of('${memberships-public}'),
   pg_temp.schema_of('${app-private}'), pg_temp.table_of('${memberships-public}', 'app_memberships'),
   pg_temp.table_of('${memberships-public}', 'app_grants'), pg_temp.table_of('${auth-public}', 'users'),
   'app_memberships', 'app_grants', 1, 'app', 'is_bookseller', NULL);
INSERT INTO metaschema_modules_public.rls_module (id, database_id, api_id, schema_id, private_schema_id, users_table_id) VALUES
  ('30d00000-0000-4000-8000-000000000005', 'b00c5409-0000-4000-8000-000000000001', 'a9100000-0000-4000-8000-000000000001',
   pg_temp.schema_of('${auth-public}'), pg_temp.schema_of('${app-private}'), pg_temp.table_of('${auth-public}', 'users'));
INSERT INTO metaschema_modules_public.field_module (id, database_id, private_schema_id, table_id, field_id, node_type, data, triggers, functions) VALUES
  ('30d00000-0000-4000-8000-000000000006', 'b00c5409-0000-4000-8000-000000000001', pg_temp.schema_of('${app-private}'),
   pg_temp.table_of('${app-public}', 'books'), pg_temp.field_of('${app-public}', 'books.updated_at'), 'DataTimestamps',
   '{"schema": "${app-private}", "on": ["update"]}', '{_100_touch}', NULL);
INSERT INTO metaschema_modules_public.table_module (id, database_id, private_schema_id, table_id, node_type, data, fields) VALUES
  ('30d00000-0000-4000-8000-000000000007', 'b00c5409-0000-4000-8000-000000000001', pg_temp.schema_of('${app-private}'),
   pg_temp.table_of('${app-public}', 'orders'), 'DataOwned', '{"owner": "customer_id", "strict": false}',
   ARRAY[pg_temp.field_of('${app-public}', 'orders.customer_id')]);
INSERT INTO metaschema_modules_public.uuid_module (id, database_id, schema_id, uuid_function, uuid_seed) VALUES
  ('30d00000-0000-4000-8000-000000000008', 'b00c5409-0000-4000-8000-000000000001', pg_temp.schema_of('${app-private}'), 'uuid_generate_v4', E'se\\ed''1');

-- The sample's clock stands still.
DO $clock$
DECLARE
  v_table regclass;
BEGIN
  FOR v_table IN
    SELECT a.attrelid FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
    WHERE a.attname = 'created_at' AND c.relkind = 'r'
      AND c.relnamespace IN ('routing_public'::regnamespace, 'apps_public'::regnamespace, 'catalog_private'::regnamespace)
  LOOP
    EXECUTE format('UPDATE %s SET created_at = %L, updated_at = %L', v_table,
      '2026-03-01 09:00:00.000001+00', '2026-03-02 10:11:12.131415+00');
  END LOOP;
END;
$clock$;
