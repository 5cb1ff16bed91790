package dev.pgstow.source;

import java.util.OptionalLong;
import java.util.UUID;

/**
 * A row of {@code metaschema_public.database}.
 *
 * @param actions number of its actions, where the source can tell
 */
public record DatabaseEntry(UUID id, String name, long schemas, OptionalLong actions) {}
