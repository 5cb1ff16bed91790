/** Which metadata tables exist, their order and columns; rows to INSERT text. */
@NullMarked
package dev.pgstow.metaschema;

import org.jspecify.annotations.NullMarked;
