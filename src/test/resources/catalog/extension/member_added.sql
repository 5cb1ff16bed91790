-- What was added to an extension by hand goes with it, and can't come back.
-- alone
CREATE SCHEMA k_ext_plus;
CREATE EXTENSION unaccent SCHEMA k_ext_plus;
CREATE EXTENSION tablefunc SCHEMA k_ext_plus;
CREATE TEXT SEARCH CONFIGURATION k_ext_plus.french_plain (COPY = pg_catalog.french);
ALTER TEXT SEARCH CONFIGURATION k_ext_plus.french_plain
  ALTER MAPPING FOR hword, hword_part, word WITH k_ext_plus.unaccent, french_stem;
