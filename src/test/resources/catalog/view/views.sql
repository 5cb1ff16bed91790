CREATE SCHEMA k_view;
CREATE TABLE k_view.t (id int PRIMARY KEY, a text, b int, at timestamptz);
CREATE VIEW k_view.plain AS SELECT * FROM k_view.t;
CREATE VIEW k_view.renamed (x, y) AS SELECT id, a FROM k_view.t;
CREATE VIEW k_view.barrier WITH (security_barrier) AS SELECT id FROM k_view.t WHERE b > 0;
CREATE VIEW k_view.checked AS SELECT id, b FROM k_view.t WHERE b > 0 WITH CASCADED CHECK OPTION;
CREATE VIEW k_view.checked_locally WITH (security_barrier = false) AS SELECT * FROM k_view.checked WHERE id > 0 WITH LOCAL CHECK OPTION;
CREATE RECURSIVE VIEW k_view.numbers (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < 10;
CREATE VIEW k_view.on_view AS SELECT p.*, r.y FROM k_view.plain p JOIN k_view.renamed r ON r.x = p.id;
CREATE VIEW k_view.with_cte AS WITH x AS MATERIALIZED (SELECT 1 AS one), y AS NOT MATERIALIZED (SELECT 2 AS two) SELECT * FROM x, y;
CREATE VIEW k_view.windows AS SELECT id, rank() OVER w AS r, sum(b) FILTER (WHERE b > 1) OVER (PARTITION BY a ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE TIES) AS s
  FROM k_view.t WINDOW w AS (PARTITION BY a ORDER BY b DESC NULLS LAST);
CREATE VIEW k_view.grouped AS SELECT a, b, grouping(a, b) AS g, count(DISTINCT id) AS n, string_agg(a, ',' ORDER BY id DESC) AS s,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY b) AS median FROM k_view.t GROUP BY GROUPING SETS ((a, b), ROLLUP (a), CUBE (b), ()) HAVING count(*) > 1;
CREATE VIEW k_view.laterals AS SELECT t.id, x.v FROM k_view.t CROSS JOIN LATERAL unnest(ARRAY[t.b, t.id]) WITH ORDINALITY AS x(v, n) WHERE x.n = 1;
CREATE VIEW k_view.sets AS (SELECT id FROM k_view.t EXCEPT SELECT b FROM k_view.t) UNION ALL SELECT 1 INTERSECT SELECT 2 ORDER BY 1 LIMIT 5 OFFSET 1;
CREATE VIEW k_view.fetched AS SELECT id FROM k_view.t ORDER BY id FETCH FIRST 3 ROWS WITH TIES;
CREATE VIEW k_view.sampled AS SELECT id FROM k_view.t TABLESAMPLE system (10) REPEATABLE (1);
CREATE VIEW k_view.cases AS SELECT CASE WHEN b > 1 THEN 'x' ELSE NULL END AS c, CASE b WHEN 1 THEN 'one' WHEN 2 THEN 'two' END AS d, COALESCE(a, 'n') AS e,
  NULLIF(a, '') AS f, GREATEST(b, id) AS g, a IS DISTINCT FROM 'x' AS h, b BETWEEN 1 AND 3 AS i, a LIKE 'x%' AS j, a SIMILAR TO 'x' AS k,
  EXTRACT(year FROM at) AS l, at AT TIME ZONE 'UTC' AS m, b::text || 'x' AS n, ROW(id, a) = ROW(1, 'x') AS o, ARRAY[1, 2] AS p, id IN (1, 2, 3) AS q, EXISTS (SELECT 1) AS r
  FROM k_view.t;
CREATE VIEW k_view.literals AS SELECT 'it''s' AS a, E'back\\slash' AS b, B'101' AS c, '2020-01-01'::date AS d, interval '1 month' AS e, NULL AS f, 1.50 AS g, -5 AS h, 'x'::character(3) AS i, '{}'::int[] AS j, true AS k, U&'\0441' AS l;
CREATE VIEW k_view.joins AS SELECT a.id AS a, b.id AS b FROM k_view.t a LEFT JOIN k_view.t b USING (id) FULL JOIN (k_view.t c RIGHT JOIN k_view.t d ON c.id = d.b) ON a.id = d.id;
CREATE VIEW k_view.slices AS SELECT ('{1,2,3}'::int[])[1:b] AS s, ("ARR")[1: "USER"] AS u FROM (SELECT b, '{1,2}'::int[] AS "ARR", 1 AS "USER" FROM k_view.t) x;
CREATE VIEW k_view.empty AS SELECT;
ALTER VIEW k_view.plain ALTER COLUMN b SET DEFAULT 7;
COMMENT ON VIEW k_view.plain IS 'a view';
COMMENT ON COLUMN k_view.plain.a IS 'a column of a view';
ALTER VIEW k_view.renamed OWNER TO cat_owner;
GRANT SELECT, INSERT ON k_view.plain TO cat_reader;
GRANT UPDATE (a, b) ON k_view.plain TO cat_writer WITH GRANT OPTION;
CREATE VIEW k_view.whole_row AS SELECT t AS row_of_t, t.*::text AS txt FROM k_view.t;
CREATE FUNCTION k_view.rows() RETURNS SETOF k_view.t LANGUAGE sql STABLE AS 'SELECT * FROM k_view.t';
CREATE VIEW k_view.from_function AS SELECT r.id, g FROM k_view.rows() r, generate_series(1, 3) g, ROWS FROM (generate_series(1, 2), k_view.rows()) AS z(m, i, a, b, at);
CREATE VIEW k_view.group_by_pk AS SELECT id, a, b, count(*) AS n FROM k_view.t GROUP BY id;
CREATE VIEW k_view.xmls AS SELECT xmlelement(name foo, xmlattributes(a AS bar), b) AS x, xmlforest(a, b AS c) AS y FROM k_view.t;
CREATE TABLE k_view.changing (a int, b text);
CREATE VIEW k_view.over_changing AS SELECT * FROM k_view.changing;
ALTER TABLE k_view.changing ADD c int;
ALTER TABLE k_view.changing RENAME a TO z;
