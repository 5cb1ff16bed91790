package dev.pgstow.source;

import java.util.UUID;

/**
 * A row of {@code metaschema_public.schema}.
 *
 * @param name the name people gave it, such as {@code app_public}
 * @param schemaName the schema's name in the server, such as {@code crm-1772-a8eb-app-public}
 * @param tables number of its tables
 */
public record SchemaEntry(UUID id, String name, String schemaName, long tables) {}
