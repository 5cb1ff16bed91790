-- needs icu
CREATE SCHEMA k_coll_icu;
CREATE COLLATION k_coll_icu.german (PROVIDER = icu, LOCALE = 'de-u-co-phonebk');
CREATE COLLATION k_coll_icu.insensitive (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);
CREATE TABLE k_coll_icu.t (a text COLLATE k_coll_icu.insensitive UNIQUE);
