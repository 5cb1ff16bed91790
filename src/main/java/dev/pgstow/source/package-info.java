/** Where an export reads from. */
@NullMarked
package dev.pgstow.source;

import org.jspecify.annotations.NullMarked;
