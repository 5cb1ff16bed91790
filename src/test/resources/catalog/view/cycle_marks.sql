-- The server writes these marks in a way that it does not read.
CREATE SCHEMA k_cmark;
CREATE VIEW k_cmark.words AS
  WITH RECURSIVE t(a, b) AS (SELECT 1, 2 UNION SELECT a + 1, b FROM t WHERE a < 5)
    SEARCH DEPTH FIRST BY a SET ordered CYCLE a, b SET cyc TO 'y''s' DEFAULT 'n' USING path
  SELECT a, cyc FROM t;
CREATE VIEW k_cmark.typed AS
  WITH RECURSIVE t(a) AS (SELECT 1 UNION SELECT a + 1 FROM t WHERE a < 5)
    CYCLE a SET "Is It" TO varchar(3) 'abc' DEFAULT varchar(3) 'x' USING "The Path"
  SELECT a, "Is It" FROM t;
CREATE MATERIALIZED VIEW k_cmark.numbers AS
  WITH RECURSIVE t(a) AS (SELECT 1 UNION SELECT a + 1 FROM t WHERE a < 5)
    CYCLE a SET c TO 1.5 DEFAULT 1e10 USING path
  SELECT a, c FROM t WITH NO DATA;
