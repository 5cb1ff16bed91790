CREATE SCHEMA k_ext_moved;
CREATE EXTENSION fuzzystrmatch;
ALTER EXTENSION fuzzystrmatch SET SCHEMA k_ext_moved;
CREATE FUNCTION k_ext_moved.far(a text, b text) RETURNS boolean
  LANGUAGE sql IMMUTABLE AS $$ SELECT k_ext_moved.levenshtein(a, b) > 3 $$;
CREATE TABLE k_ext_moved.t (a text, b text, CHECK (k_ext_moved.levenshtein(a, b) < 10));
