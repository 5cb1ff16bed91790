-- alone
-- The usual way to empty a database.
DROP SCHEMA public CASCADE;
CREATE SCHEMA public;
CREATE TABLE public.t (id int);
