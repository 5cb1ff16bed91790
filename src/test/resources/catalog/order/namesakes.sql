CREATE SCHEMA k_namesakes;
-- A type may take the name of a sequence, but not a sequence that of a type.
CREATE SEQUENCE k_namesakes.domain;
CREATE DOMAIN k_namesakes.domain AS int;
CREATE SEQUENCE k_namesakes.range;
CREATE TYPE k_namesakes.range AS RANGE (subtype = text);
CREATE SEQUENCE k_namesakes.enum;
CREATE TYPE k_namesakes.enum AS ENUM ('a');
