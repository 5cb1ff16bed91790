-- The two databases of the sample server and their schemas.
INSERT INTO metaschema_public.database (id, owner_id, schema_hash, schema_name, private_schema_name, name, label, hash)
VALUES
  ('b00c5409-0000-4000-8000-000000000001', '0be70000-0000-4000-8000-000000000001', '9f86d081',
   '${app-public}', '${app-private}', 'bookshop', 'Bookshop – 本の店 "est. 1926"', uuid_generate_v5(uuid_ns_url(), 'bookshop')),
  ('be750000-0000-4000-8000-000000000002', '0be70000-0000-4000-8000-000000000002', NULL,
   '${public}', '${private}', 'pets', 'Pets'' corner', NULL);

INSERT INTO metaschema_public.schema
  (id, database_id, name, schema_name, label, description, is_public, smart_tags, category, module, scope, tags)
SELECT uuid_generate_v5(uuid_ns_url(), 'schema:' || s.schema_name), d.id, s.name, s.schema_name, s.label, s.description,
  s.is_public, s.smart_tags, s.category::metaschema_public.object_category, s.module, s.scope, s.tags::citext[]
FROM (VALUES
  ('bookshop', 'app-public', '${app-public}', 'Shop', 'The public API: it''s "the" shop', true,
   '{"name": "shop", "omit": ["create", "delete"]}'::jsonb, 'app', NULL, NULL, '{api,"a,b","q\"uote"}'),
  ('bookshop', 'app-private', '${app-private}', NULL, E'Internals: C:\\books', false, 'false', 'module', 'core', 2, '{}'),
  ('bookshop', 'app-public-v2', '${app-public-v2}', 'Shop, 第二版', 'Its name begins like another schema''s', true,
   '["beta", 2, null]', 'app', NULL, NULL, '{beta}'),
  ('bookshop', 'auth-public', '${auth-public}', '認証', 'Who is who', true, '"just a string"', 'core', 'users', 0, '{}'),
  ('bookshop', 'memberships-public', '${memberships-public}', NULL, NULL, true, NULL, 'module', 'memberships', 1, '{NULL,"NULL",""}'),
  ('bookshop', 'loyalty', 'loyalty', 'Loyalty', 'Points; a schema with an ordinary word for a name', true, '0', 'app', NULL, NULL, '{}'),
  ('pets', 'public', '${public}', 'Pets', 'ペット', true, NULL, 'app', NULL, NULL, '{}'),
  ('pets', 'private', '${private}', NULL, NULL, false, 'null', 'app', NULL, NULL, '{}')
) AS s (database, name, schema_name, label, description, is_public, smart_tags, category, module, scope, tags)
JOIN metaschema_public.database AS d ON d.name = s.database;
