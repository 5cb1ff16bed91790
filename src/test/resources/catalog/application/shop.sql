-- alone
-- A shop of many tenants: a schema a tenant beside a shared core, in the style of an ORM (quoted camel case in part).
CREATE SCHEMA core;
CREATE SCHEMA "Billing";
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA core;
CREATE EXTENSION IF NOT EXISTS hstore SCHEMA core;
CREATE EXTENSION IF NOT EXISTS ltree SCHEMA core;
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA core;
CREATE EXTENSION IF NOT EXISTS isn SCHEMA core;
SET search_path = core;

CREATE TYPE core."OrderStatus" AS ENUM ('CART', 'PLACED', 'PAID', 'SHIPPED', 'RETURNED', 'CANCELLED');
CREATE TYPE core."PaymentKind" AS ENUM ('CARD', 'TRANSFER', 'VOUCHER');
CREATE TYPE core.dimensions AS (width numeric, height numeric, depth numeric);
CREATE TYPE core.price_range AS RANGE (SUBTYPE = numeric, MULTIRANGE_TYPE_NAME = core.price_ranges);
CREATE DOMAIN core.percentage AS numeric(5, 2) CHECK (VALUE BETWEEN 0 AND 100);
CREATE DOMAIN core.sku AS text CHECK (VALUE ~ '^[A-Z0-9-]{4,32}$');
CREATE DOMAIN core.positive AS integer CONSTRAINT "is positive" CHECK (VALUE > 0);
CREATE TEXT SEARCH DICTIONARY core.shop_stem (TEMPLATE = snowball, LANGUAGE = 'english', STOPWORDS = 'english');
CREATE TEXT SEARCH CONFIGURATION core.shop (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION core.shop ALTER MAPPING FOR asciiword, word, hword WITH core.unaccent, core.shop_stem;
CREATE COLLATION core.plain FROM "C";

CREATE TABLE core.tenants (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text COLLATE core.plain NOT NULL UNIQUE,
  region text NOT NULL DEFAULT 'eu' CHECK (region IN ('eu', 'us', 'ap')),
  flags core.hstore NOT NULL DEFAULT ''::core.hstore
);
CREATE TABLE core."User" (
  "id" text NOT NULL PRIMARY KEY DEFAULT gen_random_uuid()::text,
  "tenantId" integer NOT NULL REFERENCES core.tenants ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "emailAddress" text NOT NULL,
  "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamp(3) NOT NULL,
  "invitedById" text CONSTRAINT "User_invitedById_fkey" REFERENCES core."User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "User_tenantId_emailAddress_key" ON core."User" ("tenantId", lower("emailAddress"));
CREATE TABLE core.categories (path core.ltree PRIMARY KEY, title text NOT NULL, tax core.percentage NOT NULL DEFAULT 19);
CREATE INDEX categories_path ON core.categories USING gist (path);
CREATE TABLE core.products (
  tenant_id integer NOT NULL REFERENCES core.tenants,
  id bigint NOT NULL,
  sku core.sku NOT NULL,
  isbn core.isbn13,
  category core.ltree REFERENCES core.categories ON UPDATE CASCADE,
  title text NOT NULL, description text,
  price numeric(12, 2) NOT NULL CHECK (price >= 0),
  net numeric GENERATED ALWAYS AS (round(price / 1.19, 2)) STORED,
  size core.dimensions,
  attributes jsonb DEFAULT '{}',
  prices core.price_ranges,
  document tsvector GENERATED ALWAYS AS (to_tsvector('core.shop'::regconfig, title || ' ' || coalesce(description, ''))) STORED,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, sku) INCLUDE (price)
) PARTITION BY LIST (tenant_id);
CREATE INDEX products_document ON core.products USING gin (document);
CREATE INDEX products_attributes ON core.products USING gin (attributes jsonb_path_ops);
CREATE TABLE core.orders (
  tenant_id integer NOT NULL, id bigint NOT NULL, user_id text REFERENCES core."User",
  status core."OrderStatus" NOT NULL DEFAULT 'CART',
  placed_at timestamptz, total numeric(14, 2) NOT NULL DEFAULT 0, ship_to jsonb,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT placed_has_time CHECK (status = 'CART' OR placed_at IS NOT NULL)
) PARTITION BY LIST (tenant_id);
CREATE TABLE core.order_lines (
  tenant_id integer NOT NULL, order_id bigint NOT NULL, line smallint NOT NULL, product_id bigint NOT NULL,
  quantity core.positive NOT NULL DEFAULT 1, price numeric(12, 2) NOT NULL,
  amount numeric GENERATED ALWAYS AS (quantity * price) STORED,
  PRIMARY KEY (tenant_id, order_id, line),
  CONSTRAINT of_order FOREIGN KEY (tenant_id, order_id) REFERENCES core.orders ON DELETE CASCADE,
  CONSTRAINT of_product FOREIGN KEY (tenant_id, product_id) REFERENCES core.products DEFERRABLE
) PARTITION BY LIST (tenant_id);
CREATE TABLE "Billing"."Invoice" (
  "invoiceNumber" bigserial PRIMARY KEY, "tenantId" integer NOT NULL, "orderId" bigint NOT NULL, "issuedOn" date NOT NULL DEFAULT CURRENT_DATE,
  "Total (gross)" numeric(14, 2) NOT NULL, "paidBy" core."PaymentKind",
  FOREIGN KEY ("tenantId", "orderId") REFERENCES core.orders (tenant_id, id), UNIQUE ("tenantId", "orderId")
);
CREATE TABLE "Billing"."Payment" ("id" serial PRIMARY KEY, "invoiceNumber" bigint REFERENCES "Billing"."Invoice" ON DELETE RESTRICT, "kind" core."PaymentKind" NOT NULL DEFAULT 'CARD', "amount" money, "details" jsonb);
CREATE TABLE "Billing"."VoucherPayment" ("code" text NOT NULL UNIQUE, CHECK ("kind" = 'VOUCHER')) INHERITS ("Billing"."Payment");
CREATE TABLE core.discounts (
  tenant_id integer REFERENCES core.tenants, product_id bigint, during daterange, percent core.percentage,
  CONSTRAINT one_at_a_time EXCLUDE USING gist (tenant_id WITH =, product_id WITH =, during WITH &&)
);
CREATE FUNCTION core.order_total(o core.orders) RETURNS numeric LANGUAGE sql STABLE
  BEGIN ATOMIC SELECT coalesce(sum(l.amount), 0) FROM core.order_lines l WHERE l.tenant_id = (o).tenant_id AND l.order_id = (o).id; END;
CREATE FUNCTION core.recalculate() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  UPDATE core.orders o SET total = core.order_total(o) WHERE (o.tenant_id, o.id) IN (SELECT DISTINCT n.tenant_id, n.order_id FROM changed n);
  RETURN NULL;
END
$body$;
DO $$
DECLARE
  tenant int;
  s text;
  r text;
BEGIN
  FOR tenant IN 1..12 LOOP
    s := 'tenant ' || tenant;
    EXECUTE format('CREATE SCHEMA %I AUTHORIZATION %I', s, CASE tenant % 3 WHEN 0 THEN 'cat_owner' WHEN 1 THEN 'cat_writer' ELSE 'Cat "Odd" Rôle' END);
    FOREACH r IN ARRAY ARRAY['products', 'orders', 'order_lines'] LOOP
      EXECUTE format('CREATE TABLE %I.%I PARTITION OF core.%I FOR VALUES IN (%s)', s, r, r, tenant);
      EXECUTE format('CREATE VIEW %I.%I WITH (security_barrier) AS SELECT * FROM core.%I WHERE tenant_id = %s WITH LOCAL CHECK OPTION', s, 'my_' || r, r, tenant);
    END LOOP;
    EXECUTE format('CREATE TRIGGER recalculate AFTER INSERT ON %I.order_lines REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION core.recalculate()', s);
    EXECUTE format('CREATE TABLE %I.settings (name text PRIMARY KEY, value jsonb NOT NULL DEFAULT %L, note text)', s, '{"tenant": ' || tenant || '}');
    EXECUTE format('CREATE TABLE %I."auditTrail" (id bigserial PRIMARY KEY, at timestamptz DEFAULT now(), what jsonb, by text REFERENCES core."User")', s);
    EXECUTE format('CREATE MATERIALIZED VIEW %I.best_sellers AS SELECT p.id, p.title, sum(l.quantity) AS sold FROM %I.products p JOIN %I.order_lines l ON l.product_id = p.id GROUP BY p.id, p.title WITH NO DATA', s, s, s);
    EXECUTE format('CREATE FUNCTION %I.setting(text) RETURNS jsonb LANGUAGE sql STABLE AS %L', s, format('SELECT value FROM %I.settings WHERE name = $1', s));
    EXECUTE format('CREATE FUNCTION %I.settings_for(r %I.settings) RETURNS text LANGUAGE sql IMMUTABLE AS %L', s, s, 'SELECT r.name');
    EXECUTE format('ALTER TABLE %I.settings ADD CONSTRAINT named CHECK (%I.settings_for(settings.*) <> %L)', s, s, '');
    EXECUTE format('ALTER TABLE %I.settings ENABLE ROW LEVEL SECURITY', s);
    EXECUTE format('CREATE POLICY "only admins" ON %I.settings TO cat_writer USING (%I.setting(%L) IS NOT NULL)', s, s, 'admin');
    EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO cat_reader', s);
    EXECUTE format('GRANT INSERT (name, value), UPDATE (value) ON %I.settings TO cat_writer WITH GRANT OPTION', s);
    EXECUTE format('ALTER TABLE %I.orders ALTER status SET DEFAULT %L', s, 'PLACED');
    EXECUTE format('CREATE INDEX ON %I.orders (placed_at DESC) WHERE status <> %L', s, 'CART');
    EXECUTE format('COMMENT ON SCHEMA %I IS %L', s, 'Tenant ' || tenant);
  END LOOP;
END $$;
CREATE VIEW core.revenue AS SELECT t.name, date_trunc('month', o.placed_at) AS month, sum(o.total) AS total, sum(sum(o.total)) OVER (PARTITION BY t.name ORDER BY date_trunc('month', o.placed_at)) AS running
  FROM core.tenants t JOIN core.orders o ON o.tenant_id = t.id WHERE o.status NOT IN ('CART', 'CANCELLED') GROUP BY t.name, date_trunc('month', o.placed_at);
CREATE VIEW core.revenue_by_quarter AS SELECT name, date_trunc('quarter', month) AS quarter, sum(total) AS total FROM core.revenue GROUP BY ROLLUP (name, date_trunc('quarter', month));
CREATE VIEW "Billing"."Open Invoices" AS SELECT i.*, i."Total (gross)" - coalesce(sum(p."amount"::numeric), 0) AS "left" FROM "Billing"."Invoice" i LEFT JOIN "Billing"."Payment" p USING ("invoiceNumber") GROUP BY i."invoiceNumber";
CREATE FUNCTION "Billing"."openInvoices"("tenantId" integer) RETURNS SETOF "Billing"."Open Invoices" LANGUAGE sql STABLE AS 'SELECT * FROM "Billing"."Open Invoices" i WHERE i."tenantId" = $1';
CREATE VIEW "Billing"."Dunning" AS SELECT t.id, d.* FROM core.tenants t CROSS JOIN LATERAL "Billing"."openInvoices"(t.id) AS d WHERE d."issuedOn" < CURRENT_DATE - 14;
CREATE FOREIGN DATA WRAPPER erp_wrapper OPTIONS (debug 'false');
CREATE SERVER erp TYPE 'erp' VERSION '7' FOREIGN DATA WRAPPER erp_wrapper OPTIONS (host 'erp.example.com');
CREATE USER MAPPING FOR cat_writer SERVER erp OPTIONS ("user" 'shop');
CREATE FOREIGN TABLE "Billing"."Ledger" ("entry" bigint OPTIONS (key 'true') NOT NULL, "amount" numeric) SERVER erp OPTIONS ("table" 'LEDGER');
GRANT USAGE ON FOREIGN SERVER erp TO cat_writer;
ALTER DEFAULT PRIVILEGES IN SCHEMA "Billing" GRANT SELECT ON TABLES TO cat_reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA "Billing" GRANT USAGE ON SEQUENCES TO cat_writer WITH GRANT OPTION;
CREATE PUBLICATION shop_all FOR ALL TABLES WITH (publish_via_partition_root = true);
