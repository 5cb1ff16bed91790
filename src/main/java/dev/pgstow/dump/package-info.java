/** A database's catalog as files: layouts, the manifest that owns them, and the dump itself. */
@NullMarked
package dev.pgstow.dump;

import org.jspecify.annotations.NullMarked;
