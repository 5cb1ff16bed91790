/** Connections to PostgreSQL servers, with the meaning libpq gives their settings. */
@NullMarked
package dev.pgstow.postgres;

import org.jspecify.annotations.NullMarked;
