-- %module pgpm-types
-- %comment Domains that API columns share
-- %requires plpgsql,citext,pgpm-verify

-- %change schemas/public/domains/attachment
CREATE DOMAIN public.attachment AS text CHECK (VALUE ~ '^https?://\S+$');
COMMENT ON DOMAIN public.attachment IS E'@name demoTypeAttachment';

-- %change schemas/public/domains/email
CREATE DOMAIN public.email AS citext CHECK (VALUE ~ '^[^@\s]+@[^@\s]+$');
COMMENT ON DOMAIN public.email IS E'@name demoTypeEmail';

-- %change schemas/public/domains/hostname
CREATE DOMAIN public.hostname AS text CHECK (VALUE ~ '^[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?$');
COMMENT ON DOMAIN public.hostname IS E'@name demoTypeHostname';

-- %change schemas/public/domains/image
CREATE DOMAIN public.image AS jsonb CHECK (VALUE ?& ARRAY['url', 'mime']);
COMMENT ON DOMAIN public.image IS E'@name demoTypeImage';

-- %change schemas/public/domains/url
CREATE DOMAIN public.url AS text CHECK (VALUE ~ '^https?://[^\s/]+\S*$');
COMMENT ON DOMAIN public.url IS E'@name demoTypeUrl';
