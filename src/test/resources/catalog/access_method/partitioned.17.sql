CREATE SCHEMA k_am_17;
CREATE ACCESS METHOD k_am_17_heap TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE k_am_17.parted (a int) PARTITION BY LIST (a) USING k_am_17_heap;
CREATE TABLE k_am_17.parted_1 PARTITION OF k_am_17.parted FOR VALUES IN (1);
CREATE TABLE k_am_17.parted_2 PARTITION OF k_am_17.parted FOR VALUES IN (2) USING heap;
CREATE TABLE k_am_17.parted_heap (a int) PARTITION BY LIST (a) USING heap;
CREATE TABLE k_am_17.parted_heap_1 PARTITION OF k_am_17.parted_heap FOR VALUES IN (1);
