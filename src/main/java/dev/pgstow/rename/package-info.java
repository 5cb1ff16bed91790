/** Internal schema names to portable ones. */
@NullMarked
package dev.pgstow.rename;

import org.jspecify.annotations.NullMarked;
