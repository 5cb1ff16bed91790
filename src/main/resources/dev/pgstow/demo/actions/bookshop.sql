-- What the bookshop's developers did, in order. ${x} stands for the internal name of schema x.

-- %change schemas/${app-public}/schema
-- %change schemas/${app-private}/schema
-- %change schemas/${app-public-v2}/schema
-- %change schemas/${auth-public}/schema
-- %change schemas/${memberships-public}/schema

-- %change schemas/loyalty/schema
CREATE SCHEMA loyalty;
-- %verify none

-- %change schemas/${app-public}/grants/grant_usage_to_anonymous
-- %change schemas/${app-public}/grants/grant_usage_to_authenticated
-- %change schemas/${app-public-v2}/grants/grant_usage_to_authenticated
-- %change schemas/${auth-public}/grants/grant_usage_to_authenticated
-- %change schemas/${memberships-public}/grants/grant_usage_to_authenticated
-- %change schemas/loyalty/grants/grant_usage_to_authenticated

-- %change schemas/${app-public}/default_privileges/administrator
ALTER DEFAULT PRIVILEGES IN SCHEMA "${app-public}"
  GRANT ALL ON TABLES TO administrator;
-- %revert
ALTER DEFAULT PRIVILEGES IN SCHEMA "${app-public}"
  REVOKE ALL ON TABLES FROM administrator;

-- %change schemas/${app-private}/procedures/touch_updated_at/procedure
CREATE FUNCTION "${app-private}".touch_updated_at() RETURNS trigger AS $EOFCODE$
BEGIN
  NEW.updated_at = now(); -- it's the row's own clock
  RETURN NEW;
END;
$EOFCODE$ LANGUAGE plpgsql VOLATILE;

-- %change schemas/${auth-public}/tables/users/table
CREATE TABLE "${auth-public}".users (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  username citext NOT NULL,
  display_name text,
  profile_picture image,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- %change schemas/${auth-public}/tables/users/constraints/users_username_key
ALTER TABLE "${auth-public}".users ADD CONSTRAINT users_username_key UNIQUE (username);

-- %change schemas/${auth-public}/tables/users/constraints/users_username_chk
ALTER TABLE "${auth-public}".users
  ADD CONSTRAINT users_username_chk CHECK (username ~ '^[a-z0-9_.\-]{2,40}$');

-- %change schemas/${auth-public}/tables/users/triggers/_100_touch < schemas/${app-private}/procedures/touch_updated_at/procedure
CREATE TRIGGER _100_touch
  BEFORE UPDATE ON "${auth-public}".users
  FOR EACH ROW EXECUTE FUNCTION "${app-private}".touch_updated_at();

-- %change schemas/${auth-public}/tables/users/policies/enable_row_level_security

-- %change schemas/${auth-public}/tables/users/policies/auth_sel_all < schemas/${auth-public}/tables/users/policies/enable_row_level_security
CREATE POLICY auth_sel_all ON "${auth-public}".users FOR SELECT TO authenticated USING (true);

-- %change schemas/${auth-public}/tables/users/policies/auth_upd_self < schemas/${auth-public}/tables/users/policies/enable_row_level_security
CREATE POLICY auth_upd_self ON "${auth-public}".users FOR UPDATE TO authenticated
  USING (id = jwt_public.current_user_id())
  WITH CHECK (id = jwt_public.current_user_id());

-- %change schemas/${auth-public}/tables/users/grants/grant_select_to_authenticated
-- %change schemas/${auth-public}/tables/users/grants/grant_update_to_authenticated

-- %change schemas/${auth-public}/tables/emails/table < ${auth-public}.users
CREATE TABLE "${auth-public}".emails (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  owner_id uuid NOT NULL,
  email email NOT NULL,
  is_verified boolean NOT NULL DEFAULT false,
  is_primary boolean NOT NULL DEFAULT false
);

-- %change schemas/${auth-public}/tables/emails/constraints/emails_owner_id_fkey < ${auth-public}.users
ALTER TABLE "${auth-public}".emails
  ADD CONSTRAINT emails_owner_id_fkey FOREIGN KEY (owner_id)
  REFERENCES "${auth-public}".users (id) ON DELETE CASCADE;

-- %change schemas/${auth-public}/tables/emails/constraints/emails_email_key
ALTER TABLE "${auth-public}".emails ADD CONSTRAINT emails_email_key UNIQUE (email);

-- %change schemas/${auth-public}/tables/emails/indexes/emails_one_primary_idx
CREATE UNIQUE INDEX emails_one_primary_idx ON "${auth-public}".emails (owner_id) WHERE is_primary;

-- %change schemas/${auth-public}/tables/sessions/table < ${auth-public}.users
CREATE TABLE "${auth-public}".sessions (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  user_id uuid NOT NULL REFERENCES "${auth-public}".users (id) ON DELETE CASCADE,
  origin text,
  ip_address inet,
  idle_timeout interval NOT NULL DEFAULT '30 days',
  expires_at timestamptz NOT NULL DEFAULT now() + '30 days'::interval
);

-- %change schemas/${auth-public}/tables/sessions/indexes/sessions_user_id_idx
CREATE INDEX sessions_user_id_idx ON "${auth-public}".sessions (user_id, expires_at DESC);

-- %change schemas/${auth-public}/procedures/current_user/procedure < ${auth-public}.users
CREATE FUNCTION "${auth-public}"."current_user"() RETURNS "${auth-public}".users AS $EOFCODE$
  SELECT u.* FROM "${auth-public}".users AS u WHERE u.id = jwt_public.current_user_id();
$EOFCODE$ LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO "${auth-public}", public;
-- %revert
DROP FUNCTION "${auth-public}"."current_user"();

-- %change schemas/${memberships-public}/types/member_role
CREATE TYPE "${memberships-public}".member_role AS ENUM ('reader', 'bookseller', 'owner');

-- %change schemas/${memberships-public}/tables/app_memberships/table < ${auth-public}.users schemas/${memberships-public}/types/member_role
CREATE TABLE "${memberships-public}".app_memberships (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  actor_id uuid NOT NULL,
  role "${memberships-public}".member_role NOT NULL DEFAULT 'reader',
  permissions bit(8) NOT NULL DEFAULT B'00000000',
  is_banned boolean NOT NULL DEFAULT false,
  granted_at timestamptz(6) NOT NULL DEFAULT now()
);

-- %change schemas/${memberships-public}/tables/app_memberships/constraints/app_memberships_actor_id_fkey < ${auth-public}.users
ALTER TABLE "${memberships-public}".app_memberships
  ADD CONSTRAINT app_memberships_actor_id_fkey FOREIGN KEY (actor_id)
  REFERENCES "${auth-public}".users (id) ON DELETE CASCADE;

-- %change schemas/${memberships-public}/tables/app_memberships/constraints/app_memberships_actor_id_key
ALTER TABLE "${memberships-public}".app_memberships
  ADD CONSTRAINT app_memberships_actor_id_key UNIQUE (actor_id);

-- %change schemas/${memberships-public}/tables/app_memberships/policies/enable_row_level_security

-- %change schemas/${memberships-public}/tables/app_memberships/policies/auth_sel_self < schemas/${memberships-public}/tables/app_memberships/policies/enable_row_level_security
CREATE POLICY auth_sel_self ON "${memberships-public}".app_memberships FOR SELECT TO authenticated
  USING (actor_id = jwt_public.current_user_id());

-- %change schemas/${memberships-public}/tables/app_memberships/grants/grant_select_to_authenticated

-- %change schemas/${memberships-public}/tables/app_grants/table < ${auth-public}.users
CREATE TABLE "${memberships-public}".app_grants (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  actor_id uuid NOT NULL REFERENCES "${auth-public}".users (id) ON DELETE CASCADE,
  grantor_id uuid REFERENCES "${auth-public}".users (id) ON DELETE SET NULL,
  permissions bit(8) NOT NULL,
  is_grant boolean NOT NULL DEFAULT true,
  granted_at timestamptz NOT NULL DEFAULT now()
);

-- %change schemas/${memberships-public}/procedures/is_bookseller/procedure < ${memberships-public}.app_memberships
CREATE FUNCTION "${memberships-public}".is_bookseller() RETURNS boolean AS $EOFCODE$
  SELECT EXISTS (
    SELECT FROM "${memberships-public}".app_memberships AS m
    WHERE m.actor_id = jwt_public.current_user_id()
      AND m.role >= 'bookseller'::"${memberships-public}".member_role
      AND NOT m.is_banned
  );
$EOFCODE$ LANGUAGE sql STABLE SECURITY DEFINER;

-- %change schemas/${app-public}/types/book_format
CREATE TYPE "${app-public}".book_format AS ENUM ('hardcover', 'paperback', 'e-book', 'reader''s copy', '文庫本');

-- %change schemas/${app-public}/types/price
CREATE TYPE "${app-public}".price AS (
  amount numeric(12, 2),
  currency character(3)
);

-- %change schemas/${app-public}/domains/isbn13
CREATE DOMAIN "${app-public}".isbn13 AS text
  CONSTRAINT isbn13_shape CHECK (VALUE ~ '^97[89]-?\d{9}-?\d$');

-- %change schemas/${app-public}/tables/genres/table
CREATE TABLE "${app-public}".genres (
  code text PRIMARY KEY,
  label text NOT NULL,
  label_ja text,
  parent_code text REFERENCES "${app-public}".genres (code),
  sort_order integer NOT NULL DEFAULT 0
);

-- %change schemas/${app-public}/tables/genres/fixtures/insert_genres
INSERT INTO "${app-public}".genres (code, label, label_ja, parent_code, sort_order) VALUES
  ('fiction', 'Fiction', '小説', NULL, 10),
  ('crime', 'Crime & thriller', 'ミステリー', 'fiction', 20),
  ('sci-fi', 'Science fiction', 'SF', 'fiction', 30),
  ('children', 'Children''s books', '絵本', NULL, 40),
  ('travel', E'Travel \\ maps', '旅行', NULL, 50);
-- %revert
DELETE FROM "${app-public}".genres WHERE code IN ('crime', 'sci-fi', 'children', 'travel');
DELETE FROM "${app-public}".genres WHERE code = 'fiction';

-- %change schemas/${app-public}/tables/publishers/table
CREATE TABLE "${app-public}".publishers (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  name text NOT NULL,
  website url,
  country character(2) NOT NULL DEFAULT 'GB'
);

-- %change schemas/${app-public}/tables/publishers/constraints/publishers_name_key
ALTER TABLE "${app-public}".publishers ADD CONSTRAINT publishers_name_key UNIQUE (name);

-- %change schemas/${app-public}/tables/authors/table
CREATE TABLE "${app-public}".authors (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  name text NOT NULL,
  "名前" text,
  "say ""hi""" text,
  "o'brien" text,
  pen_names text[] NOT NULL DEFAULT '{}',
  born daterange,
  portrait image
);

-- %change schemas/${app-public}/tables/authors/indexes/authors_name_idx
CREATE INDEX authors_name_idx ON "${app-public}".authors (lower(name) text_pattern_ops);

-- %change schemas/${app-public}/tables/authors/comment
COMMENT ON TABLE "${app-public}".authors IS E'@name writers\nPeople who write; 作家. Don''t list ghost writers: \\o/';

-- %change schemas/${app-public}/tables/authors/columns/name/comment
COMMENT ON COLUMN "${app-public}".authors."名前" IS '@omit create,update';
-- %revert
COMMENT ON COLUMN "${app-public}".authors."名前" IS NULL;

-- %change schemas/${app-public}/tables/books/table < ${app-public}.publishers
CREATE TABLE "${app-public}".books (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  publisher_id uuid,
  isbn "${app-public}".isbn13,
  title text NOT NULL,
  subtitle text,
  genre_code text NOT NULL,
  list_price "${app-public}".price,
  pages integer CHECK (pages > 0),
  copies_sold bigint NOT NULL DEFAULT 0,
  rating double precision CHECK (rating >= 0 AND rating <= 5),
  keywords text[] NOT NULL DEFAULT '{}',
  extra jsonb NOT NULL DEFAULT '{}'::jsonb,
  published_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- %change schemas/${app-public}/tables/books/constraints/books_publisher_id_fkey < ${app-public}.publishers
ALTER TABLE "${app-public}".books
  ADD CONSTRAINT books_publisher_id_fkey FOREIGN KEY (publisher_id)
  REFERENCES "${app-public}".publishers (id) ON DELETE SET NULL;

-- %change schemas/${app-public}/tables/books/constraints/books_genre_code_fkey < ${app-public}.genres
ALTER TABLE "${app-public}".books
  ADD CONSTRAINT books_genre_code_fkey FOREIGN KEY (genre_code)
  REFERENCES "${app-public}".genres (code) ON UPDATE CASCADE;

-- %change schemas/${app-public}/tables/books/constraints/books_isbn_key
ALTER TABLE "${app-public}".books ADD CONSTRAINT books_isbn_key UNIQUE (isbn);

-- %change schemas/${app-public}/tables/books/columns/format/column < schemas/${app-public}/types/book_format
ALTER TABLE "${app-public}".books
  ADD COLUMN format "${app-public}".book_format NOT NULL DEFAULT 'paperback'::"${app-public}".book_format;

-- %change schemas/${app-public}/tables/books/columns/search/column
ALTER TABLE "${app-public}".books ADD COLUMN search tsvector
  GENERATED ALWAYS AS (to_tsvector('simple', coalesce(title, '') || ' ' || coalesce(subtitle, ''))) STORED;

-- %change schemas/${app-public}/tables/books/columns/description/column
ALTER TABLE "${app-public}".books ADD COLUMN description text DEFAULT 'No description yet; it''s coming.';

-- %change schemas/${app-public}/tables/books/indexes/books_search_idx < schemas/${app-public}/tables/books/columns/search/column
CREATE INDEX books_search_idx ON "${app-public}".books USING gin (search);

-- %change schemas/${app-public}/tables/books/indexes/books_publisher_id_idx
CREATE INDEX books_publisher_id_idx ON "${app-public}".books (publisher_id) WITH (fillfactor = 70);

-- %change schemas/${app-public}/tables/books/indexes/books_genre_code_idx
CREATE INDEX books_genre_code_idx ON "${app-public}".books (genre_code, published_at DESC NULLS LAST) INCLUDE (title);

-- %change schemas/${app-public}/tables/books/indexes/books_extra_idx
CREATE INDEX books_extra_idx ON "${app-public}".books USING gin (extra jsonb_path_ops);

-- %change schemas/${app-public}/tables/books/triggers/_100_touch < schemas/${app-private}/procedures/touch_updated_at/procedure
CREATE TRIGGER _100_touch
  BEFORE UPDATE ON "${app-public}".books
  FOR EACH ROW EXECUTE FUNCTION "${app-private}".touch_updated_at();

-- %change schemas/${app-public}/tables/books/policies/enable_row_level_security

-- %change schemas/${app-public}/tables/books/policies/anon_sel_published < schemas/${app-public}/tables/books/policies/enable_row_level_security
CREATE POLICY anon_sel_published ON "${app-public}".books FOR SELECT TO anonymous, authenticated
  USING (published_at <= now());

-- %change schemas/${app-public}/tables/books/policies/seller_all < schemas/${app-public}/tables/books/policies/enable_row_level_security schemas/${memberships-public}/procedures/is_bookseller/procedure
CREATE POLICY seller_all ON "${app-public}".books FOR ALL TO authenticated
  USING ("${memberships-public}".is_bookseller())
  WITH CHECK ("${memberships-public}".is_bookseller());

-- %change schemas/${app-public}/tables/books/grants/grant_select_to_anonymous
-- %change schemas/${app-public}/tables/books/grants/grant_select_to_authenticated
-- %change schemas/${app-public}/tables/books/grants/grant_insert_to_authenticated
-- %change schemas/${app-public}/tables/books/grants/grant_delete_to_authenticated

-- %change schemas/${app-public}/tables/books/grants/update_columns < schemas/${app-public}/tables/books/columns/description/column
GRANT UPDATE (title, subtitle, description, extra) ON "${app-public}".books TO authenticated;
-- %revert
REVOKE UPDATE (title, subtitle, description, extra) ON "${app-public}".books FROM authenticated;

-- %change schemas/${app-public}/tables/books/comment
COMMENT ON TABLE "${app-public}".books IS 'What is for sale: "new" and second-hand; 本';

-- %change schemas/${app-public}/tables/genres/grants/grant_select_to_anonymous
-- %change schemas/${app-public}/tables/genres/grants/grant_select_to_authenticated
-- %change schemas/${app-public}/tables/authors/grants/grant_select_to_anonymous
-- %change schemas/${app-public}/tables/authors/grants/grant_select_to_authenticated
-- %change schemas/${app-public}/tables/publishers/grants/grant_select_to_authenticated

-- %change schemas/${app-public}/tables/book_authors/table < ${app-public}.books ${app-public}.authors
CREATE TABLE "${app-public}".book_authors (
  book_id uuid NOT NULL REFERENCES "${app-public}".books (id) ON DELETE CASCADE,
  author_id uuid NOT NULL REFERENCES "${app-public}".authors (id) ON DELETE RESTRICT,
  contribution text NOT NULL DEFAULT 'author',
  PRIMARY KEY (book_id, author_id)
);

-- %change schemas/${app-public}/tables/book_authors/indexes/book_authors_author_id_idx
CREATE INDEX book_authors_author_id_idx ON "${app-public}".book_authors (author_id);

-- %change schemas/${app-public}/types/order_status
CREATE TYPE "${app-public}".order_status AS ENUM ('basket', 'paid', 'sent', 'won''t ship');

-- %change schemas/${app-public}/tables/orders/table < ${auth-public}.users schemas/${app-public}/types/order_status
CREATE TABLE "${app-public}".orders (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  number bigint GENERATED ALWAYS AS IDENTITY,
  customer_id uuid NOT NULL,
  status "${app-public}".order_status NOT NULL DEFAULT 'basket',
  ship_to jsonb,
  deliver_within interval DEFAULT '3 days 12:00:00',
  ordered_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- %change schemas/${app-public}/tables/orders/constraints/orders_customer_id_fkey < ${auth-public}.users
ALTER TABLE "${app-public}".orders
  ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id)
  REFERENCES "${auth-public}".users (id) ON DELETE RESTRICT;

-- %change schemas/${app-public}/tables/orders/constraints/orders_number_key
ALTER TABLE "${app-public}".orders ADD CONSTRAINT orders_number_key UNIQUE (number);

-- %change schemas/${app-public}/tables/orders/indexes/orders_open_idx
CREATE INDEX orders_open_idx ON "${app-public}".orders (customer_id)
  WHERE status IN ('basket'::"${app-public}".order_status, 'paid'::"${app-public}".order_status);

-- %change schemas/${app-public}/tables/orders/triggers/_100_touch < schemas/${app-private}/procedures/touch_updated_at/procedure
CREATE TRIGGER _100_touch
  BEFORE UPDATE ON "${app-public}".orders
  FOR EACH ROW EXECUTE FUNCTION "${app-private}".touch_updated_at();

-- %change schemas/${app-public}/tables/orders/policies/enable_row_level_security

-- %change schemas/${app-public}/tables/orders/policies/auth_sel_own < schemas/${app-public}/tables/orders/policies/enable_row_level_security
CREATE POLICY auth_sel_own ON "${app-public}".orders FOR SELECT TO authenticated
  USING (customer_id = jwt_public.current_user_id());

-- %change schemas/${app-public}/tables/orders/policies/auth_ins_own < schemas/${app-public}/tables/orders/policies/enable_row_level_security
CREATE POLICY auth_ins_own ON "${app-public}".orders FOR INSERT TO authenticated
  WITH CHECK (customer_id = jwt_public.current_user_id() AND status = 'basket'::"${app-public}".order_status);

-- %change schemas/${app-public}/tables/orders/grants/grant_select_to_authenticated
-- %change schemas/${app-public}/tables/orders/grants/grant_insert_to_authenticated

-- %change schemas/${app-public}/tables/order_lines/table < ${app-public}.orders ${app-public}.books
CREATE TABLE "${app-public}".order_lines (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  order_id uuid NOT NULL REFERENCES "${app-public}".orders (id) ON DELETE CASCADE,
  book_id uuid NOT NULL REFERENCES "${app-public}".books (id) ON DELETE RESTRICT,
  quantity integer NOT NULL DEFAULT 1,
  unit_price numeric(12, 2) NOT NULL,
  "gift$note" text DEFAULT '$& and ${x} stay as they are'
);

-- %change schemas/${app-public}/tables/order_lines/constraints/order_lines_quantity_chk
ALTER TABLE "${app-public}".order_lines ADD CONSTRAINT order_lines_quantity_chk CHECK (quantity BETWEEN 1 AND 999);

-- %change schemas/${app-public}/tables/order_lines/constraints/order_lines_order_id_book_id_key
ALTER TABLE "${app-public}".order_lines ADD CONSTRAINT order_lines_order_id_book_id_key UNIQUE (order_id, book_id);

-- %change schemas/${app-public}/tables/order_lines/policies/enable_row_level_security

-- %change schemas/${app-public}/tables/order_lines/policies/auth_sel_own < schemas/${app-public}/tables/order_lines/policies/enable_row_level_security
CREATE POLICY auth_sel_own ON "${app-public}".order_lines FOR SELECT TO authenticated
  USING (EXISTS (
    SELECT FROM "${app-public}".orders AS o
    WHERE o.id = order_id AND o.customer_id = jwt_public.current_user_id()
  ));

-- %change schemas/${app-public}/tables/order_lines/grants/grant_select_to_authenticated

-- %change schemas/${app-public}/procedures/order_total/procedure < ${app-public}.order_lines schemas/${app-public}/types/price
CREATE FUNCTION "${app-public}".order_total(order_id uuid, currency character DEFAULT 'EUR')
RETURNS "${app-public}".price AS $EOFCODE$
  SELECT (sum(l.quantity * l.unit_price)::numeric(12, 2), order_total.currency)::"${app-public}".price
  FROM "${app-public}".order_lines AS l
  WHERE l.order_id = order_total.order_id;
$EOFCODE$ LANGUAGE sql STABLE;

-- %change schemas/${app-public}/procedures/search_books/procedure < schemas/${app-public}/tables/books/columns/search/column
CREATE FUNCTION "${app-public}".search_books(query text) RETURNS SETOF "${app-public}".books AS $EOFCODE$
BEGIN
  -- format() and its %I keep odd names such as "name with ""quotes""" safe
  RETURN QUERY EXECUTE format(
    'SELECT b.* FROM %I.books AS b WHERE b.search @@ plainto_tsquery(''simple'', $1) ORDER BY b.title',
    '${app-public}')
  USING query;
END;
$EOFCODE$ LANGUAGE plpgsql STABLE;

-- %change schemas/${app-public}/procedures/place_order/procedure < ${app-public}.order_lines
CREATE PROCEDURE "${app-public}".place_order(order_id uuid) AS $EOFCODE$
BEGIN
  UPDATE "${app-public}".orders AS o SET status = 'paid' WHERE o.id = place_order.order_id AND o.status = 'basket';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'ORDER_NOT_FOUND' USING HINT = 'It may have been placed already: ' || place_order.order_id;
  END IF;
END;
$EOFCODE$ LANGUAGE plpgsql;
-- %revert
DROP PROCEDURE "${app-public}".place_order(uuid);

-- %change schemas/${app-public}/views/bestsellers < schemas/${app-public}/tables/books/columns/format/column ${app-public}.order_lines
CREATE VIEW "${app-public}".bestsellers AS
  SELECT b.id, b.title, b.format, sum(l.quantity) AS copies, sum(l.quantity * l.unit_price) AS revenue
  FROM "${app-public}".books AS b
  JOIN "${app-public}".order_lines AS l ON l.book_id = b.id
  GROUP BY b.id;

-- %change schemas/${app-public}/views/bestsellers/grants/select_to_authenticated < schemas/${app-public}/views/bestsellers
GRANT SELECT ON "${app-public}".bestsellers TO authenticated;
-- %revert
REVOKE SELECT ON "${app-public}".bestsellers FROM authenticated;

-- %change schemas/${app-private}/tables/audit_log/table
CREATE TABLE "${app-private}".audit_log (
  id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  happened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor_id uuid,
  table_name text NOT NULL,
  old_row jsonb,
  new_row jsonb,
  digest bytea
);

-- %change schemas/${app-private}/tables/audit_log/indexes/audit_log_happened_at_idx
CREATE INDEX audit_log_happened_at_idx ON "${app-private}".audit_log USING brin (happened_at);

-- %change schemas/${app-private}/procedures/write_audit/procedure < ${app-private}.audit_log
CREATE FUNCTION "${app-private}".write_audit() RETURNS trigger AS $EOFCODE$
DECLARE
  v_old jsonb;
  v_new jsonb;
BEGIN
  IF TG_OP <> 'INSERT' THEN v_old := to_jsonb(OLD); END IF;
  IF TG_OP <> 'DELETE' THEN v_new := to_jsonb(NEW); END IF;
  INSERT INTO "${app-private}".audit_log (actor_id, table_name, old_row, new_row, digest)
  VALUES (jwt_public.current_user_id(), TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME, v_old, v_new,
    digest(coalesce(v_new, v_old)::text, 'sha256'));
  RETURN NULL;
END;
$EOFCODE$ LANGUAGE plpgsql SECURITY DEFINER;

-- %change schemas/${app-public}/tables/orders/triggers/_900_audit < schemas/${app-private}/procedures/write_audit/procedure
CREATE TRIGGER _900_audit
  AFTER INSERT OR UPDATE OR DELETE ON "${app-public}".orders
  FOR EACH ROW EXECUTE FUNCTION "${app-private}".write_audit();

-- %change schemas/${app-public-v2}/tables/reviews/table < ${app-public}.books ${auth-public}.users
CREATE TABLE "${app-public-v2}".reviews (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  book_id uuid NOT NULL REFERENCES "${app-public}".books (id) ON DELETE CASCADE,
  author_id uuid REFERENCES "${auth-public}".users (id) ON DELETE SET NULL,
  stars smallint NOT NULL,
  body text,
  reactions jsonb NOT NULL DEFAULT '[]'::jsonb,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- %change schemas/${app-public-v2}/tables/reviews/constraints/reviews_stars_chk
ALTER TABLE "${app-public-v2}".reviews ADD CONSTRAINT reviews_stars_chk CHECK (stars BETWEEN 1 AND 5);

-- %change schemas/${app-public-v2}/tables/reviews/constraints/reviews_book_id_author_id_key
ALTER TABLE "${app-public-v2}".reviews
  ADD CONSTRAINT reviews_book_id_author_id_key UNIQUE (book_id, author_id);

-- %change schemas/${app-public-v2}/tables/reviews/policies/enable_row_level_security

-- %change schemas/${app-public-v2}/tables/reviews/policies/auth_sel_all < schemas/${app-public-v2}/tables/reviews/policies/enable_row_level_security
CREATE POLICY auth_sel_all ON "${app-public-v2}".reviews FOR SELECT TO authenticated USING (true);

-- %change schemas/${app-public-v2}/tables/reviews/policies/auth_ins_own < schemas/${app-public-v2}/tables/reviews/policies/enable_row_level_security
CREATE POLICY auth_ins_own ON "${app-public-v2}".reviews FOR INSERT TO authenticated
  WITH CHECK (author_id = jwt_public.current_user_id());

-- %change schemas/${app-public-v2}/tables/reviews/grants/grant_select_to_authenticated
-- %change schemas/${app-public-v2}/tables/reviews/grants/grant_insert_to_authenticated

-- %change schemas/${app-public-v2}/tables/reading_lists/table < ${auth-public}.users
CREATE TABLE "${app-public-v2}".reading_lists (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  owner_id uuid NOT NULL REFERENCES "${auth-public}".users (id) ON DELETE CASCADE,
  title text NOT NULL DEFAULT 'À lire',
  book_ids uuid[] NOT NULL DEFAULT '{}',
  is_public boolean NOT NULL DEFAULT false
);

-- %change schemas/${app-public-v2}/tables/reading_lists/indexes/reading_lists_book_ids_idx
CREATE INDEX reading_lists_book_ids_idx ON "${app-public-v2}".reading_lists USING gin (book_ids);

-- %change schemas/${app-public-v2}/views/book_ratings < ${app-public-v2}.reviews
CREATE VIEW "${app-public-v2}".book_ratings AS
  SELECT b.id AS book_id, b.title, count(r.id) AS reviews, round(avg(r.stars), 2) AS stars
  FROM "${app-public}".books AS b
  LEFT JOIN "${app-public-v2}".reviews AS r ON r.book_id = b.id
  GROUP BY b.id, b.title;

-- %change schemas/${app-public-v2}/materialized_views/monthly_sales < ${app-public}.order_lines
CREATE MATERIALIZED VIEW "${app-public-v2}".monthly_sales AS
  SELECT date_trunc('month', o.ordered_at AT TIME ZONE 'UTC') AS month, sum(l.quantity) AS copies
  FROM "${app-public}".orders AS o
  JOIN "${app-public}".order_lines AS l ON l.order_id = o.id
  GROUP BY 1;

-- %change schemas/loyalty/tables/accounts/table < ${auth-public}.users
CREATE TABLE loyalty.accounts (
  user_id uuid PRIMARY KEY REFERENCES "${auth-public}".users (id) ON DELETE CASCADE,
  category text NOT NULL DEFAULT 'loyalty',
  points bigint NOT NULL DEFAULT 0
);

-- %change schemas/loyalty/tables/movements/table < loyalty.accounts
CREATE TABLE loyalty.movements (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES loyalty.accounts (user_id) ON DELETE CASCADE,
  points bigint NOT NULL CHECK (points <> 0),
  reason text,
  at timestamptz NOT NULL DEFAULT now()
);

-- %change schemas/loyalty/tables/movements/indexes/movements_user_id_idx
CREATE INDEX movements_user_id_idx ON loyalty.movements (user_id, at);

-- %change schemas/loyalty/procedures/add_points/procedure < loyalty.movements
CREATE FUNCTION loyalty.add_points(user_id uuid, points bigint, reason text DEFAULT NULL) RETURNS bigint AS $EOFCODE$
DECLARE
  v_total bigint;
BEGIN
  INSERT INTO loyalty.accounts (user_id) VALUES (add_points.user_id) ON CONFLICT DO NOTHING;
  INSERT INTO loyalty.movements (user_id, points, reason)
  VALUES (add_points.user_id, add_points.points, add_points.reason);
  UPDATE loyalty.accounts AS a SET points = a.points + add_points.points
  WHERE a.user_id = add_points.user_id
  RETURNING a.points INTO v_total;
  RETURN v_total;
END;
$EOFCODE$ LANGUAGE plpgsql;
-- %verify
SELECT verify_function('loyalty.add_points');

-- %change schemas/loyalty/tables/accounts/grants/grant_select_to_authenticated
-- %change schemas/loyalty/tables/movements/grants/grant_select_to_authenticated

-- %change migrate/registry/partition_audit_log < ${app-private}.audit_log
INSERT INTO metaschema_public.partition
  (id, database_id, table_id, strategy, field_name, partition_interval, retention, premake)
SELECT '5a1e0000-0000-4000-8000-000000000001', t.database_id, t.id, 'range', 'happened_at', '1 mon', '7 years 6 mons', 6
FROM metaschema_public."table" AS t
WHERE t.database_id = 'b00c5409-0000-4000-8000-000000000001' AND t.name = 'audit_log'
ON CONFLICT (id) DO NOTHING;
-- %revert
DELETE FROM metaschema_public.partition WHERE id = '5a1e0000-0000-4000-8000-000000000001';
-- %verify
SELECT 1 / count(*) FROM metaschema_public.partition
WHERE id = '5a1e0000-0000-4000-8000-000000000001'
AND database_id = 'b00c5409-0000-4000-8000-000000000001';
