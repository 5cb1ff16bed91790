CREATE SCHEMA k_namesakes;
-- A type may take the name of a sequence, but not a sequence that of a type.
CREATE SEQUENCE k_namesakes.domain;
CREATE DOMAIN k_namesakes.domain AS int;
CREATE SEQUENCE k_namesakes.range;
CREATE TYPE k_namesakes.range AS RANGE (subtype = text);
CREATE SEQUENCE k_namesakes.enum;
CREATE TYPE k_namesakes.enum AS ENUM ('a');
CREATE SEQUENCE k_namesakes.base;
CREATE TYPE k_namesakes.base;
CREATE FUNCTION k_namesakes.base_in(cstring) RETURNS k_namesakes.base LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION k_namesakes.base_out(k_namesakes.base) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE k_namesakes.base (INPUT = k_namesakes.base_in, OUTPUT = k_namesakes.base_out, LIKE = int4);
