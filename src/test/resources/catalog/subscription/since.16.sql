-- alone
CREATE SUBSCRIPTION k_sub_16 CONNECTION 'host=nowhere' PUBLICATION p1 WITH (connect = false, slot_name = NONE, two_phase = true, disable_on_error = true, streaming = parallel, password_required = false, run_as_owner = true, origin = none);
