/** What a database holds, read from its catalog, and the SQL that makes each object again. */
@NullMarked
package dev.pgstow.catalog;

import org.jspecify.annotations.NullMarked;
