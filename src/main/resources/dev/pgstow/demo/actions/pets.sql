-- A small database: one day's work. ${x} stands for the internal name of schema x.

-- %change schemas/${public}/schema
-- %change schemas/${private}/schema
-- %change schemas/${public}/grants/grant_usage_to_authenticated

-- %change schemas/${public}/types/species
CREATE TYPE "${public}".species AS ENUM ('cat', 'dog', 'guinea pig', '猫');

-- %change schemas/${public}/tables/owners/table
CREATE TABLE "${public}".owners (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  full_name text NOT NULL,
  email email UNIQUE,
  since timestamptz NOT NULL DEFAULT now()
);

-- %change schemas/${public}/tables/pets/table < ${public}.owners schemas/${public}/types/species
CREATE TABLE "${public}".pets (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  owner_id uuid NOT NULL,
  name text NOT NULL,
  species "${public}".species NOT NULL,
  weight numeric(6, 3),
  microchip bigint,
  next_checkup interval DEFAULT '1 year'
);

-- %change schemas/${public}/tables/pets/constraints/pets_owner_id_fkey < ${public}.owners
ALTER TABLE "${public}".pets
  ADD CONSTRAINT pets_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "${public}".owners (id) ON DELETE CASCADE;

-- %change schemas/${public}/tables/pets/constraints/pets_weight_chk
ALTER TABLE "${public}".pets ADD CONSTRAINT pets_weight_chk CHECK (weight > 0);

-- %change schemas/${public}/tables/pets/indexes/pets_owner_id_idx
CREATE INDEX pets_owner_id_idx ON "${public}".pets (owner_id);

-- %change schemas/${public}/tables/pets/indexes/pets_microchip_idx
CREATE UNIQUE INDEX pets_microchip_idx ON "${public}".pets (microchip) WHERE microchip IS NOT NULL;

-- %change schemas/${public}/tables/pets/policies/enable_row_level_security

-- %change schemas/${public}/tables/pets/policies/auth_sel_own < schemas/${public}/tables/pets/policies/enable_row_level_security
CREATE POLICY auth_sel_own ON "${public}".pets FOR SELECT TO authenticated
  USING (owner_id = jwt_public.current_user_id());

-- %change schemas/${public}/tables/pets/grants/grant_select_to_authenticated
-- %change schemas/${public}/tables/owners/grants/grant_select_to_authenticated

-- %change schemas/${private}/tables/visits/table < ${public}.pets
CREATE TABLE "${private}".visits (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  pet_id uuid NOT NULL REFERENCES "${public}".pets (id) ON DELETE CASCADE,
  seen_at timestamptz NOT NULL DEFAULT now(),
  notes jsonb NOT NULL DEFAULT '{}'::jsonb,
  fee money
);

-- %change schemas/${private}/tables/visits/indexes/visits_seen_at_idx
CREATE INDEX visits_seen_at_idx ON "${private}".visits (pet_id, seen_at DESC);

-- %change schemas/${private}/procedures/last_visit/procedure < ${private}.visits
CREATE FUNCTION "${private}".last_visit(pet_id uuid) RETURNS timestamptz AS $EOFCODE$
  SELECT max(v.seen_at) FROM "${private}".visits AS v WHERE v.pet_id = last_visit.pet_id;
$EOFCODE$ LANGUAGE sql STABLE;

-- %change schemas/${public}/views/checkups < schemas/${private}/procedures/last_visit/procedure
CREATE VIEW "${public}".checkups AS
  SELECT p.id, p.name, "${private}".last_visit(p.id) + p.next_checkup AS due_at
  FROM "${public}".pets AS p;

-- %change schemas/${public}/tables/pets/comment
COMMENT ON TABLE "${public}".pets IS 'Pets in our care 🐕';

-- %change schemas/${public}/tables/owners/fixtures/insert_house_owner
INSERT INTO "${public}".owners (id, full_name, email, since)
VALUES ('0b5e55ed-0000-4000-8000-000000000001', 'The practice', 'front-desk@pets.example.test', '2026-01-02 03:04:05.678901+00');
-- %revert
DELETE FROM "${public}".owners WHERE id = '0b5e55ed-0000-4000-8000-000000000001';
