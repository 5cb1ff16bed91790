/** The one hierarchy of failures that reach a person. */
@NullMarked
package dev.pgstow.failure;

import org.jspecify.annotations.NullMarked;
