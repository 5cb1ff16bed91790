/**
 * Table data as JSON files: rows come by COPY from one snapshot and go to disk as they are decoded.
 *
 * <p>{@link dev.pgstow.rows.DataExport} writes a folder, {@link dev.pgstow.rows.DataVerifier} reads
 * it again.
 */
@NullMarked
package dev.pgstow.rows;

import org.jspecify.annotations.NullMarked;
