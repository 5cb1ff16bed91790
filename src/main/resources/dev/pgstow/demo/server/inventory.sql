-- A plain database: nothing of Constructive in it. Its users are kept the way Supabase keeps them.
CREATE TABLE warehouses (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  city text
);

CREATE TABLE products (
  sku text PRIMARY KEY,
  name text NOT NULL,
  unit_price numeric(10, 2) NOT NULL CHECK (unit_price >= 0),
  attributes jsonb NOT NULL DEFAULT '{}'
);

CREATE TABLE stock_movements (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  warehouse_id integer NOT NULL REFERENCES warehouses (id),
  sku text NOT NULL REFERENCES products (sku),
  quantity integer NOT NULL CHECK (quantity <> 0),
  moved_at timestamptz NOT NULL
);
CREATE INDEX stock_movements_sku_idx ON stock_movements (sku, moved_at);

CREATE VIEW stock AS
  SELECT warehouse_id, sku, sum(quantity) AS quantity FROM stock_movements GROUP BY warehouse_id, sku;

INSERT INTO warehouses (name, city) VALUES ('North', 'Århus'), ('South', 'Łódź');
INSERT INTO products (sku, name, unit_price, attributes)
SELECT 'SKU-' || n, 'Shelf ' || n, 10 + n * 1.25, jsonb_build_object('width', n * 10) FROM generate_series(1, 20) AS n;
INSERT INTO stock_movements (warehouse_id, sku, quantity, moved_at)
SELECT 1 + n % 2, 'SKU-' || 1 + n % 20, n, '2026-03-01 00:00:00+00'::timestamptz + n * '1 hour'::interval
FROM generate_series(1, 60) AS n;

CREATE SCHEMA auth;
CREATE TABLE auth.users (
  id uuid PRIMARY KEY,
  email varchar(255) UNIQUE,
  encrypted_password varchar(255),
  confirmation_token varchar(255),
  raw_app_meta_data jsonb,
  raw_user_meta_data jsonb,
  phone text,
  created_at timestamptz
);
CREATE TABLE staff (
  user_id uuid PRIMARY KEY REFERENCES auth.users (id),
  warehouse_id integer NOT NULL REFERENCES warehouses (id)
);

INSERT INTO auth.users VALUES
  ('5eed0000-0000-4000-8000-000000000001', 'ada@example.com', '$2a$10$sampleSampleSampleSampleSample', 'sample-token', '{"provider": "email"}', '{"name": "Ada"}', NULL, '2026-02-01 08:00:00+00'),
  ('5eed0000-0000-4000-8000-000000000002', 'bo@example.com', '$2a$10$elpmasElpmasElpmasElpmasElpmas', NULL, '{"provider": "github"}', '{}', '+4512345678', '2026-02-03 09:30:00.25+00');
INSERT INTO staff VALUES ('5eed0000-0000-4000-8000-000000000001', 1), ('5eed0000-0000-4000-8000-000000000002', 2);
