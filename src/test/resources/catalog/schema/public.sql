-- alone
COMMENT ON SCHEMA public IS 'ours';
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO cat_reader;
CREATE TABLE public.t (id int);
