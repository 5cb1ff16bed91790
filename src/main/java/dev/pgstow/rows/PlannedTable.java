package dev.pgstow.rows;

/**
 * A table that is to be exported.
 *
 * @param rows their number, or an estimate
 * @param estimated whether {@code rows} is one: above the threshold, rows are not counted
 * @param bytes on the server's disk, indexes left out
 * @param file its name in the directory
 * @param users whether it is Supabase's {@code auth.users}, of which only harmless columns are read
 */
public record PlannedTable(
    TableName name,
    long rows,
    boolean estimated,
    long bytes,
    ReadMethod method,
    String file,
    boolean users) {}
