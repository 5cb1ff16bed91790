package dev.pgstow.rows;

/**
 * How values are written.
 *
 * @param exact wrap what plain JSON would lose
 * @param oneLine whether json values lose their line breaks
 */
record ValueOptions(boolean exact, boolean oneLine, ByteaText bytea) {}
