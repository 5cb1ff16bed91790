CREATE SCHEMA k_view_17;
CREATE VIEW k_view_17.tables AS SELECT j.* FROM JSON_TABLE('[{"a": 1, "b": [2, 3]}]'::jsonb, '$[*]' AS base COLUMNS (
  id FOR ORDINALITY, a int PATH '$.a' DEFAULT 0 ON EMPTY ERROR ON ERROR, has boolean EXISTS PATH '$.z',
  NESTED PATH '$.b[*]' AS nested COLUMNS (b int PATH '$'))) AS j;
CREATE VIEW k_view_17.functions AS SELECT JSON_VALUE('{"a": 1}'::jsonb, '$.a' RETURNING int NULL ON EMPTY) AS v,
  JSON_QUERY('{"a": [1]}'::jsonb, '$.a' WITH WRAPPER) AS q, JSON_EXISTS('{"a": 1}'::jsonb, '$.a') AS e,
  JSON_OBJECT('a' : 1, 'b' : 2 ABSENT ON NULL WITH UNIQUE KEYS) AS o, JSON_ARRAY(1, 2, NULL NULL ON NULL) AS r, '{"a":1}' IS JSON OBJECT AS j;
CREATE TABLE k_view_17.target (id int, v text);
CREATE FUNCTION k_view_17.merge_it() RETURNS void LANGUAGE sql BEGIN ATOMIC
  MERGE INTO k_view_17.target t USING (VALUES (1, 'a')) AS s(id, v) ON t.id = s.id WHEN MATCHED AND s.v IS NULL THEN DELETE WHEN MATCHED THEN UPDATE SET v = s.v WHEN NOT MATCHED BY SOURCE THEN DO NOTHING WHEN NOT MATCHED THEN INSERT (id, v) VALUES (s.id, s.v);
END;
