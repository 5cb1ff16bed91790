/** The use case: one database of a Constructive server to two pgpm modules. */
@NullMarked
package dev.pgstow.export;

import org.jspecify.annotations.NullMarked;
