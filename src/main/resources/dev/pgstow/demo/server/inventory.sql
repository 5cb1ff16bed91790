-- A plain database: nothing of Constructive in it.
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
