package dev.pgstow.rows;

/**
 * A table of the database.
 *
 * @param partitioned whether its rows are in partitions
 * @param heap whether rows have places, of which ranges can be read
 * @param blocks of the table itself
 * @param bytes on disk, partitions included, indexes left out
 * @param ofExtension whether an extension made it
 */
record LiveTable(
    long oid,
    TableName name,
    boolean partitioned,
    boolean heap,
    long blocks,
    long bytes,
    boolean ofExtension) {

  /** For FROM and LOCK: heirs of a table are tables of their own. */
  String only() {
    return (partitioned ? "" : "ONLY ") + name.sql();
  }
}
