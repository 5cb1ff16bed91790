CREATE SCHEMA k_conv;
CREATE CONVERSION k_conv.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE DEFAULT CONVERSION k_conv.latin_default FOR 'LATIN2' TO 'UTF8' FROM iso8859_to_utf8;
COMMENT ON CONVERSION k_conv.latin IS 'latin';
ALTER CONVERSION k_conv.latin OWNER TO cat_owner;
