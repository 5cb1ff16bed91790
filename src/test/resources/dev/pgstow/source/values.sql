SET xmloption = content;
SET lc_monetary = 'C';
INSERT INTO services_public.every_type VALUES
 (DEFAULT, '00000000-0000-4000-8000-000000000001');
INSERT INTO services_public.every_type VALUES
 (DEFAULT, '00000000-0000-4000-8000-000000000001', true, -32768, -2147483648, -9223372036854775808,
  123456789012345678901234567890.123456789012345678901234567890, -1234567890.50, 1.1, 0.1, 5e-324, '-92233720368547758.08',
  'it''s "quoted" \ back', 'NULL', 'ab', 'x', 'a name', 'CiText', 'small', '11111111-2222-4333-8444-555555555555',
  '{"b" : 1.0,  "a":"\u0000\ud800", "b":2}', '{"b": 1.10, "a": {"c": [1, 2.50, null, true, "x  y"]}}', '\x00ff5c27',
  '2026-02-03', '23:59:59.999999', '12:34:56.7+05:30', '2026-02-03 04:05:06.789012', '2026-02-03 04:05:06.789012+00',
  '1 year 2 mons -3 days +04:05:06.789', '1010', '101', '192.168.0.1', '10.0.0.0/8', '08:00:2b:01:02:03', '08:00:2b:01:02:03:04:05',
  '(1.5,-2)', '[(0,0),(1,1)]', '((2,2),(1,1))', '[(0,0),(1,1),(2,0)]', '((0,0),(1,1),(2,0))', '<(1,2),3>', '{1,2,3}',
  '[1,5)', '["2026-01-01 00:00:00+02",)', '[2026-01-01,2026-02-01)', '["a b","c\"d")', '{[1,2),[5,9)}', '{["2026-01-01","2026-02-01")}',
  'so so', ROW('a,b', '{NULL,"NULL",x}', 1.50, '<a>b</a>', '1234.50'), '<a href="x">it''s</a>', '''fat'':1A cat:2', 'fat & ''it''''s'' | !cat:*',
  'a=>1, "b c"=>NULL, d=>"x\"y"', 'Top.Science', '16/B374D848', '$."a"[*] ? (@ > 1)', 1259, 'pg_class');
INSERT INTO services_public.every_type VALUES
 (DEFAULT, '00000000-0000-4000-8000-000000000001', false, 32767, 2147483647, 9223372036854775807,
  'NaN', 0.00, 'NaN', '-0', '-Infinity', '92233720368547758.07',
  '', '', '', '', '', '', '', '00000000-0000-0000-0000-000000000000',
  'null', 'null', '', 'infinity', '24:00:00', '00:00:00-15:59', 'infinity', '-infinity',
  '-1 mons -2 days -00:00:00.000001', '0000', '', '::1/64', '::/0', 'ff:ff:ff:ff:ff:ff', 'ff:ff:ff:ff:ff:ff:ff:ff',
  '(0,-0)', '[(-0,0),(1e300,1e-300)]', '((1e10,0),(0,0))', '((0,0))', '((0,0))', '<(0,0),0>', '{1,-1,0}',
  'empty', '(,)', '(,infinity)', 'empty', '{}', '{}', 'it''s "bad"', ROW(NULL, NULL, NULL, NULL, NULL), 'just content, no root', '', '', '', '', '0/0', '$', 0, NULL);
INSERT INTO services_public.every_type VALUES
 (DEFAULT, '00000000-0000-4000-8000-000000000001', NULL, 0, 0, 9007199254740993,
  1e-20, 0.01, 3.4028235e38, 1.7976931348623157e308, 1e21, '0.01',
  E'line\r\ntwo\ttab \u00e9 \U0001F98A $$ $1 $& {x} <b> null', E'\\N', E'a\\b', E'\\', 'NULL', 'null', E'\n', 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '[]', '"\u00e9 \" \\ / \t"', '\x', '0044-03-15 BC', '00:00', '00:00+00', '0044-03-15 00:00:00 BC', '0044-03-15 00:00:00+00 BC',
  '178000000 years', '1111', '1', '1.2.3.4/24', '1.2.3.0/24', '01:02:03:04:05:06', '01:02:03:04:05:06:07:08',
  '(1e-7,123456789.123456789)', NULL, NULL, NULL, NULL, NULL, NULL,
  '(,5)', '["0044-03-15 00:00:00+00 BC","10000-01-01 00:00:00+00")', '[10000-01-01,)', '["",NULL)', '{(,1),(5,)}', '{(,)}', 'ok',
  ROW('$5 <x> NULL', '{}', 'NaN', '', '-1'), '', E'''it''''s'':1 ''back\\\\slash'':2', E'''a\\\\b''', '"NULL"=>"NULL", ""=>""', 'a.b_c.d', 'FFFFFFFF/FFFFFFFF', 'strict $.a', 4294967295, 'services_public.every_type');
INSERT INTO services_public.every_type VALUES
 (DEFAULT, '00000000-0000-4000-8000-000000000001', true, 1, 1, 1, 100, 100, 100, 100, 100, '100',
  '  spaces  ', ' x ', ' y', ' ', 'UPPER', 'É', 'x', NULL, '1', '1', '\x27', '10000-12-31', '12:00', '12:00+14', '10000-12-31 23:59:59', '10000-12-31 23:59:59.5+00',
  '-1 days', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO services_public.every_type VALUES
 (DEFAULT, '00000000-0000-4000-8000-000000000001', true, 1, 1, 1, 100, 100, 100, 100, 100, '100',
  'x', 'x', 'x', E'\\351', 'x', 'x', 'x', NULL, 'false', 'false', '\x27', '0001-01-01', '12:00', '12:00+14', '0001-01-01', '0001-01-01+00',
  '-1 years -1 days +1 hour', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO services_public.every_type VALUES
 (DEFAULT, '00000000-0000-4000-8000-000000000001', true, 1, 1, 1, '-Infinity', 100, 'Infinity', '-1e-7', 1e-7, '100',
  'x', 'x', 'x', 'x', 'x', 'x', 'x', NULL, '""', '""', '\x27', '-infinity', '12:00', '12:00+14', '4713-01-01 BC', '4713-01-01 00:00+00 BC',
  '00:00:00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

INSERT INTO services_public.every_array VALUES
 ('["2026-01-01 00:00:00+00",)', '', '00000000-0000-4000-8000-000000000001');
INSERT INTO services_public.every_array VALUES
 ('["2026-01-01 00:00:00+00",)', E'it''s \\', '00000000-0000-4000-8000-000000000001',
  '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '');
INSERT INTO services_public.every_array VALUES
 ('empty', 'b', '00000000-0000-4000-8000-000000000001',
  ARRAY['', 'NULL', 'null', NULL, 'a,b', '{x}', 'q"uote', E'back\\slash', ' lead', E'new\nline', E'\u00a0', 'plain', '1;2'],
  '{{a,b},{NULL,"d e"}}', '{A,"b c",NULL}', '[0:1]={a,NULL}', '{1.50,NaN,NULL,-Infinity}', '[-1:0][5:6]={{1,2},{3,NULL}}', '{1e-07,-0,NaN,Infinity,9.007199254740993e+15}',
  '{t,f,NULL}', '{11111111-2222-4333-8444-555555555555,NULL}', ARRAY['{"a" :  1}', 'null', '"x"', NULL]::json[], ARRAY['{"a": [1, "x, y"]}', 'null', '"null"', NULL, '"q\"\\"']::jsonb[],
  '{"\\x00ff",NULL}', '{"2026-02-03 04:05:06.789012+00",infinity,"0044-03-15 00:00:00+00 BC",NULL}', '{"1 mon -2 days",NULL,"-1 mons -2 days"}',
  '{(2,2),(1,1);NULL;(4,4),(3,3)}', '{"$1,234.50",NULL,-$0.01}', ARRAY['<a>"x, y"</a>', 'text', NULL]::xml[], '{ok,"so so",NULL}',
  ARRAY[ROW('a,b', '{NULL,"NULL"}', 1.5, '<a/>', '5')::public.pair, NULL, ROW(NULL, NULL, NULL, NULL, NULL)::public.pair], '{"[1,2)",empty,NULL}', ARRAY['a=>NULL'::hstore, NULL], '1 2 3');
INSERT INTO services_public.every_array VALUES
 ('empty', 'c', '00000000-0000-4000-8000-000000000001',
  '{NULL}', '{NULL}', '{"NULL"}', '{""}', '{NULL}', '{NULL}', '{NULL}', '{NULL}', '{NULL}', '{NULL}', '{NULL}', '{NULL}', '{NULL}', '{NULL}', '{NULL}', '{NULL}', '{NULL}', '{NULL}', '{NULL}', '{NULL}', '{NULL}', '1');
