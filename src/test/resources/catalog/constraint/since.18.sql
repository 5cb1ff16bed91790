CREATE SCHEMA k_con_18;
CREATE TABLE k_con_18.t (
  id int PRIMARY KEY,
  a int,
  CONSTRAINT lax CHECK (a > 0) NOT ENFORCED,
  CONSTRAINT lax_fk FOREIGN KEY (a) REFERENCES k_con_18.t NOT ENFORCED
);
CREATE TABLE k_con_18.rooms (room int4range, during tstzrange, PRIMARY KEY (room, during WITHOUT OVERLAPS));
CREATE TABLE k_con_18.bookings (room int4range, during tstzrange, CONSTRAINT booked UNIQUE (room, during WITHOUT OVERLAPS),
  FOREIGN KEY (room, PERIOD during) REFERENCES k_con_18.rooms (room, PERIOD during));
CREATE TABLE k_con_18.parted (id int PRIMARY KEY, r int) PARTITION BY RANGE (id);
CREATE TABLE k_con_18.parted_1 PARTITION OF k_con_18.parted FOR VALUES FROM (1) TO (10);
ALTER TABLE k_con_18.parted ADD CONSTRAINT later FOREIGN KEY (r) REFERENCES k_con_18.t NOT VALID;
