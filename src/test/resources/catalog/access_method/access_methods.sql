CREATE SCHEMA k_am;
CREATE ACCESS METHOD k_am_heap TYPE TABLE HANDLER heap_tableam_handler;
CREATE ACCESS METHOD k_am_btree TYPE INDEX HANDLER bthandler;
COMMENT ON ACCESS METHOD k_am_heap IS 'heap again';
CREATE TABLE k_am.t (a int) USING k_am_heap;
CREATE MATERIALIZED VIEW k_am.mv USING k_am_heap AS SELECT 1 AS a;
CREATE TABLE k_am.plain (a int) USING heap;
