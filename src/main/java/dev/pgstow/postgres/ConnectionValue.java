package dev.pgstow.postgres;

/**
 * One thing that is known about a connection, and who said it.
 *
 * @param keyword libpq's name of it, such as {@code dbname}
 * @param value never a secret; {@code ***} in place of one
 * @param name what said it, such as {@code PGHOST}; empty if the source tells all
 */
public record ConnectionValue(String keyword, String value, ConnectionSource source, String name) {}
