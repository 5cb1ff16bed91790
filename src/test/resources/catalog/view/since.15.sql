CREATE SCHEMA k_view_15;
CREATE VIEW k_view_15.invoker WITH (security_invoker = true, security_barrier = true) AS SELECT 1 AS a;
CREATE VIEW k_view_15.cyc AS WITH RECURSIVE g(a, b) AS (SELECT 1, 2 UNION ALL SELECT b, a FROM g) SEARCH DEPTH FIRST BY a, b SET ord CYCLE a, b SET looped USING path SELECT a, b, looped FROM g ORDER BY ord;
CREATE VIEW k_view_15.regs AS SELECT regexp_count('a', 'b') AS n, 'k_view_15.invoker'::regclass AS r;
