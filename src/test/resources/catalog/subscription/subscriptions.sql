-- alone
CREATE SUBSCRIPTION k_sub_plain CONNECTION 'host=nowhere dbname=x' PUBLICATION p1, "Odd Pub" WITH (connect = false, slot_name = NONE);
CREATE SUBSCRIPTION k_sub_full CONNECTION 'host=nowhere' PUBLICATION p1 WITH (connect = false, slot_name = NONE, binary = true, streaming = true, synchronous_commit = 'local');
COMMENT ON SUBSCRIPTION k_sub_plain IS 'sub';
