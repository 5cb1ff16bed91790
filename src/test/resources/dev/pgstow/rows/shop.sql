-- A shop on Supabase: 23 tables of its own, three of them large by name, and the users' table of Supabase.
CREATE SCHEMA auth;
CREATE SCHEMA storage;
CREATE SCHEMA app;
CREATE TABLE auth.users (
  instance_id uuid, id uuid PRIMARY KEY, aud text, role text, email text, encrypted_password text, confirmation_token text, recovery_token text,
  email_change_token_new text, raw_app_meta_data jsonb, raw_user_meta_data jsonb, phone text, created_at timestamptz, reauthentication_token text);
INSERT INTO auth.users VALUES
  (NULL, '00000000-0000-0000-0000-000000000001', 'authenticated', 'authenticated', 'ada@example.com', '$2a$10$HASHHASHHASH', 'TOKEN-confirm', 'TOKEN-recovery',
   'TOKEN-change', '{"provider": "email"}', '{"name": "Ada"}', '+4512345678', '2026-01-01 12:00:00+00', 'TOKEN-again');
CREATE TABLE auth.refresh_tokens (id bigint, token text);
INSERT INTO auth.refresh_tokens VALUES (1, 'TOKEN-refresh');
CREATE TABLE storage.objects (id integer);

CREATE TABLE profiles (id uuid PRIMARY KEY REFERENCES auth.users, name text);
CREATE TABLE customers (id integer PRIMARY KEY, profile uuid REFERENCES profiles);
CREATE TABLE addresses (id integer PRIMARY KEY, customer integer REFERENCES customers);
CREATE TABLE products (id integer PRIMARY KEY, name text);
CREATE TABLE orders (id integer PRIMARY KEY, customer integer REFERENCES customers, total numeric, placed_at timestamptz);
CREATE TABLE items (id integer PRIMARY KEY, ordered integer REFERENCES orders, product integer REFERENCES products);
CREATE TABLE sensors (id integer PRIMARY KEY);
CREATE TABLE sensor_readings (id bigint, sensor integer REFERENCES sensors, value double precision);
CREATE TABLE event_logs (id bigint, what text);
CREATE TABLE alerts (id bigint, sensor integer REFERENCES sensors);
CREATE TABLE teams (id integer PRIMARY KEY, lead integer);
CREATE TABLE members (id integer PRIMARY KEY, team integer REFERENCES teams);
ALTER TABLE teams ADD FOREIGN KEY (lead) REFERENCES members;
CREATE TABLE categories (id integer PRIMARY KEY, parent integer REFERENCES categories);
CREATE TABLE sales (id integer, at date) PARTITION BY RANGE (at);
CREATE TABLE sales_2025 PARTITION OF sales FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE sales_2026 PARTITION OF sales FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE animals (id integer);
CREATE TABLE dogs (breed text) INHERITS (animals);
CREATE TABLE a1 (id integer); CREATE TABLE a2 (id integer); CREATE TABLE a3 (id integer); CREATE TABLE a4 (id integer); CREATE TABLE a5 (id integer); CREATE TABLE a6 (id integer);
CREATE TABLE app.settings (key text PRIMARY KEY, value jsonb);
CREATE VIEW everything AS SELECT * FROM orders;
CREATE TEMPORARY TABLE gone (id integer);

INSERT INTO profiles VALUES ('00000000-0000-0000-0000-000000000001', 'Ada');
INSERT INTO customers VALUES (1, '00000000-0000-0000-0000-000000000001'), (2, NULL);
INSERT INTO orders SELECT n, 1 + n % 2, n * 0.25, timestamptz '2026-01-01' + n * interval '1 minute' FROM generate_series(1, 20000) AS n;
INSERT INTO products SELECT n, 'Shelf ' || n FROM generate_series(1, 10) AS n;
INSERT INTO items SELECT n, n, 1 + n % 10 FROM generate_series(1, 10000) AS n;
INSERT INTO sensors VALUES (1);
INSERT INTO sensor_readings SELECT n, 1, n / 3.0 FROM generate_series(1, 50) AS n;
INSERT INTO sales SELECT n, date '2025-12-30' + n FROM generate_series(1, 5) AS n;
INSERT INTO animals VALUES (1); INSERT INTO dogs VALUES (2, 'Beagle');
INSERT INTO app.settings VALUES ('theme', '"dark"');
ANALYZE;
