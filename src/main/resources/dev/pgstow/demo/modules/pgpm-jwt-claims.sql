-- %module pgpm-jwt-claims
-- %comment Reads the claims of the current request
-- %requires plpgsql,pgpm-verify

-- %change schemas/jwt_public/schema
CREATE SCHEMA jwt_public;
GRANT USAGE ON SCHEMA jwt_public TO anonymous, authenticated;

-- %change schemas/jwt_public/procedures/current_user_id
CREATE FUNCTION jwt_public.current_user_id() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('jwt.claims.user_id', true), '')::uuid
$$;

-- %change schemas/jwt_public/procedures/current_group_ids
CREATE FUNCTION jwt_public.current_group_ids() RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('jwt.claims.group_ids', true), ''), '{}')::uuid[]
$$;
