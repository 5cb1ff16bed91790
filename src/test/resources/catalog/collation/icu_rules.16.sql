-- needs icu
CREATE SCHEMA k_coll_icu_16;
CREATE COLLATION k_coll_icu_16.ruled (PROVIDER = icu, LOCALE = 'und', RULES = '&a < g');
