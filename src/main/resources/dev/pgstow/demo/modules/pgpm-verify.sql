-- %module pgpm-verify
-- %comment Functions that verify scripts call; each raises an error if the object is missing
-- %requires plpgsql

-- %change procedures/get_entity_from_str
CREATE FUNCTION public.get_entity_from_str(qualified_name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(nullif(split_part(qualified_name, '.', 2), ''), qualified_name)
$$;

-- %change procedures/get_schema_from_str
CREATE FUNCTION public.get_schema_from_str(qualified_name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN strpos(qualified_name, '.') > 0 THEN split_part(qualified_name, '.', 1) ELSE 'public' END
$$;

-- %change procedures/verify_schema
CREATE FUNCTION public.verify_schema(_schema text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_catalog.pg_namespace WHERE nspname = _schema) THEN
    RAISE EXCEPTION 'Nonexistent schema: %', _schema USING ERRCODE = 'undefined_object';
  END IF;
  RETURN true;
END;
$$;

-- %change procedures/verify_table < procedures/get_schema_from_str procedures/get_entity_from_str
CREATE FUNCTION public.verify_table(_table text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = public.get_schema_from_str(_table) AND c.relname = public.get_entity_from_str(_table)
      AND c.relkind IN ('r', 'p')) THEN
    RAISE EXCEPTION 'Nonexistent table: %', _table USING ERRCODE = 'undefined_object';
  END IF;
  RETURN true;
END;
$$;

-- %change procedures/verify_view < procedures/get_schema_from_str procedures/get_entity_from_str
CREATE FUNCTION public.verify_view(_view text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = public.get_schema_from_str(_view) AND c.relname = public.get_entity_from_str(_view)
      AND c.relkind IN ('v', 'm')) THEN
    RAISE EXCEPTION 'Nonexistent view: %', _view USING ERRCODE = 'undefined_object';
  END IF;
  RETURN true;
END;
$$;

-- %change procedures/verify_type < procedures/get_schema_from_str procedures/get_entity_from_str
CREATE FUNCTION public.verify_type(_type text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
    WHERE n.nspname = public.get_schema_from_str(_type) AND t.typname = public.get_entity_from_str(_type)) THEN
    RAISE EXCEPTION 'Nonexistent type: %', _type USING ERRCODE = 'undefined_object';
  END IF;
  RETURN true;
END;
$$;

-- %change procedures/verify_domain < procedures/get_schema_from_str procedures/get_entity_from_str
CREATE FUNCTION public.verify_domain(_type text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
    WHERE n.nspname = public.get_schema_from_str(_type) AND t.typname = public.get_entity_from_str(_type)
      AND t.typtype = 'd') THEN
    RAISE EXCEPTION 'Nonexistent domain: %', _type USING ERRCODE = 'undefined_object';
  END IF;
  RETURN true;
END;
$$;

-- %change procedures/verify_function < procedures/get_schema_from_str procedures/get_entity_from_str
CREATE FUNCTION public.verify_function(_name text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = public.get_schema_from_str(_name) AND p.proname = public.get_entity_from_str(_name)) THEN
    RAISE EXCEPTION 'Nonexistent function: %', _name USING ERRCODE = 'undefined_object';
  END IF;
  RETURN true;
END;
$$;

-- %change procedures/verify_index < procedures/get_schema_from_str procedures/get_entity_from_str
CREATE FUNCTION public.verify_index(_table text, _index text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_catalog.pg_indexes
    WHERE schemaname = public.get_schema_from_str(_table) AND tablename = public.get_entity_from_str(_table)
      AND indexname = _index) THEN
    RAISE EXCEPTION 'Nonexistent index % on %', _index, _table USING ERRCODE = 'undefined_object';
  END IF;
  RETURN true;
END;
$$;

-- %change procedures/verify_constraint < procedures/get_schema_from_str procedures/get_entity_from_str
CREATE FUNCTION public.verify_constraint(_table text, _name text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = public.get_schema_from_str(_table) AND c.relname = public.get_entity_from_str(_table)
      AND k.conname = _name) THEN
    RAISE EXCEPTION 'Nonexistent constraint % on %', _name, _table USING ERRCODE = 'undefined_object';
  END IF;
  RETURN true;
END;
$$;

-- %change procedures/verify_policy < procedures/get_schema_from_str procedures/get_entity_from_str
CREATE FUNCTION public.verify_policy(_policy text, _table text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = public.get_schema_from_str(_table) AND c.relname = public.get_entity_from_str(_table)
      AND p.polname = _policy) THEN
    RAISE EXCEPTION 'Nonexistent policy % on %', _policy, _table USING ERRCODE = 'undefined_object';
  END IF;
  RETURN true;
END;
$$;

-- %change procedures/verify_security < procedures/get_schema_from_str procedures/get_entity_from_str
CREATE FUNCTION public.verify_security(_table text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = public.get_schema_from_str(_table) AND c.relname = public.get_entity_from_str(_table)
      AND c.relrowsecurity) THEN
    RAISE EXCEPTION 'Row level security is not enabled on %', _table USING ERRCODE = 'undefined_object';
  END IF;
  RETURN true;
END;
$$;

-- %change procedures/verify_trigger < procedures/get_schema_from_str procedures/get_entity_from_str
CREATE FUNCTION public.verify_trigger(_trigger text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = public.get_schema_from_str(_trigger) AND t.tgname = public.get_entity_from_str(_trigger)) THEN
    RAISE EXCEPTION 'Nonexistent trigger: %', _trigger USING ERRCODE = 'undefined_object';
  END IF;
  RETURN true;
END;
$$;

-- %change procedures/verify_table_grant < procedures/get_schema_from_str procedures/get_entity_from_str
CREATE FUNCTION public.verify_table_grant(_table text, _privilege text, _role text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM information_schema.role_table_grants
    WHERE table_schema = public.get_schema_from_str(_table) AND table_name = public.get_entity_from_str(_table)
      AND privilege_type = upper(_privilege) AND grantee = _role) THEN
    RAISE EXCEPTION 'Missing grant of % on % to %', _privilege, _table, _role USING ERRCODE = 'undefined_object';
  END IF;
  RETURN true;
END;
$$;

-- %change procedures/verify_role
CREATE FUNCTION public.verify_role(_role text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_catalog.pg_roles WHERE rolname = _role) THEN
    RAISE EXCEPTION 'Nonexistent role: %', _role USING ERRCODE = 'undefined_object';
  END IF;
  RETURN true;
END;
$$;

-- %change procedures/verify_extension
CREATE FUNCTION public.verify_extension(_extname text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_catalog.pg_extension WHERE extname = _extname) THEN
    RAISE EXCEPTION 'Extension not installed: %', _extname USING ERRCODE = 'undefined_object';
  END IF;
  RETURN true;
END;
$$;
