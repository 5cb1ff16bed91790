-- A few rows for the live tables. The audit stays silent: it would note today's date.
ALTER TABLE "${app-public}".orders DISABLE TRIGGER _900_audit;

INSERT INTO "${auth-public}".users (id, username, display_name, profile_picture, created_at, updated_at)
SELECT ('0be70000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, name, display_name, NULL,
  '2026-01-05 08:00:00.123456+00'::timestamptz + n * '1 day'::interval, '2026-02-01 00:00:00+00'
FROM (VALUES (1, 'ada', 'Ada L.'), (2, 'grete', 'Grete O''Brien'), (3, 'haruki', '春樹'), (4, 'zoe', 'Zoë "Z" Müller'))
  AS u (n, name, display_name);
INSERT INTO "${auth-public}".emails (id, owner_id, email, is_verified, is_primary)
SELECT uuid_generate_v5(uuid_ns_url(), username::text), id, username || '@Readers.example.test', true, true FROM "${auth-public}".users;
INSERT INTO "${memberships-public}".app_memberships (id, actor_id, role, permissions, granted_at)
SELECT uuid_generate_v5(uuid_ns_url(), 'member ' || username::text), id,
  CASE username WHEN 'ada' THEN 'owner' WHEN 'zoe' THEN 'bookseller' ELSE 'reader' END::"${memberships-public}".member_role,
  B'00001011', '2026-01-06 00:00:00.000001+00'
FROM "${auth-public}".users;
INSERT INTO "${app-public}".publishers (id, name, website, country) VALUES
  ('9ab00000-0000-4000-8000-000000000001', 'Quill & Sons', 'https://quill.example.test/', 'GB'),
  ('9ab00000-0000-4000-8000-000000000002', '講本社', NULL, 'JP');
INSERT INTO "${app-public}".authors (id, name, "名前", "say ""hi""", "o'brien", pen_names, born) VALUES
  ('a0400000-0000-4000-8000-000000000001', 'Edith Quill', NULL, '"hi"', 'it''s', '{"E. \"Q\"uill",NULL,""}', '[1901-02-03,1901-02-04)'),
  ('a0400000-0000-4000-8000-000000000002', 'Natsuo Mori', '森夏生', NULL, NULL, '{}', NULL);
INSERT INTO "${app-public}".books
  (id, publisher_id, isbn, title, subtitle, genre_code, list_price, pages, copies_sold, rating, keywords, extra, published_at, created_at, updated_at, format)
SELECT ('b0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
  ('9ab00000-0000-4000-8000-00000000000' || 1 + n % 2)::uuid, '978000000' || lpad(n::text, 4, '0'),
  CASE n % 3 WHEN 0 THEN 'The "Quiet" Shelf, vol. ' || n WHEN 1 THEN '静かな棚 ' || n ELSE 'Don''t Panic: ' || n END,
  CASE WHEN n % 4 = 0 THEN NULL ELSE 'A subtitle' END, (ARRAY['crime', 'sci-fi', 'children', 'travel'])[1 + n % 4],
  ROW(9.99 + n, 'EUR')::"${app-public}".price, 90 + 7 * n, 1000000007::bigint * n, n % 11 * 0.45,
  ARRAY['shelf', 'no. ' || n], jsonb_build_object('edition', n, 'signed', n % 5 = 0),
  '2026-01-10 12:34:56.789012+00'::timestamptz + n * '36 hours'::interval, '2026-01-10 00:00:00+00', '2026-01-10 00:00:00+00',
  (enum_range(NULL::"${app-public}".book_format))[1 + n % 5]
FROM generate_series(1, 40) AS n;
INSERT INTO "${app-public}".book_authors (book_id, author_id)
SELECT id, ('a0400000-0000-4000-8000-00000000000' || 1 + pages % 2)::uuid FROM "${app-public}".books;
INSERT INTO "${app-public}".orders (id, number, customer_id, status, ship_to, ordered_at, updated_at) OVERRIDING SYSTEM VALUE
SELECT ('04de4000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, n, ('0be70000-0000-4000-8000-00000000000' || 1 + n % 4)::uuid,
  (enum_range(NULL::"${app-public}".order_status))[1 + n % 4], '{"street": "1 \"Old\" Lane", "city": "Orléans"}',
  '2026-02-01 10:00:00.000001+00'::timestamptz + n * '5 hours'::interval, '2026-03-01 00:00:00+00'
FROM generate_series(1, 30) AS n;
INSERT INTO "${app-public}".order_lines (id, order_id, book_id, quantity, unit_price)
SELECT uuid_generate_v5(o.id, b.title), o.id, b.id, 1 + o.number % 3, (b.list_price).amount
FROM "${app-public}".orders AS o
JOIN "${app-public}".books AS b ON b.pages % 10 = o.number % 10;
INSERT INTO "${app-public-v2}".reviews (id, book_id, author_id, stars, body, reactions, created_at)
SELECT uuid_generate_v5(b.id, 'review'), b.id, '0be70000-0000-4000-8000-000000000003', 1 + b.pages % 5, 'とても静か', '["👍", null]', '2026-02-20 20:20:20.202+00'
FROM "${app-public}".books AS b WHERE b.pages % 3 = 0;
INSERT INTO loyalty.accounts (user_id, points) SELECT id, 9007199254740993 FROM "${auth-public}".users WHERE username = 'ada';
INSERT INTO "${public}".pets (id, owner_id, name, species, weight, microchip, next_checkup) VALUES
  ('be700000-0000-4000-8000-000000000001', '0b5e55ed-0000-4000-8000-000000000001', 'Mr. O''Whiskers', 'cat', 4.250, 985141000000001, '6 mons'),
  ('be700000-0000-4000-8000-000000000002', '0b5e55ed-0000-4000-8000-000000000001', 'たま', '猫', 3.7, NULL, '1 year 2 days');

ALTER TABLE "${app-public}".orders ENABLE TRIGGER _900_audit;
REFRESH MATERIALIZED VIEW "${app-public-v2}".monthly_sales;
