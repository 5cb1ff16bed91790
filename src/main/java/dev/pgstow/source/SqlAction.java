package dev.pgstow.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code db_migrate.sql_actions}.
 *
 * @param id the row's id, as text, for messages
 * @param name what made it, such as {@code create_table}
 * @param deploy the change name
 * @param deps names of the changes it needs, in the row's order
 * @param content deploy SQL
 * @param category NULL, or such as {@code security}, {@code meta_registration}
 */
public record SqlAction(
    String id,
    @Nullable String name,
    @Nullable String deploy,
    List<@Nullable String> deps,
    @Nullable String content,
    @Nullable String revert,
    @Nullable String verify,
    @Nullable String category) {}
