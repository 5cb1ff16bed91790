/** Looks at all that pgstow needs and says what is wrong with it. Changes nothing. */
@NullMarked
package dev.pgstow.doctor;

import org.jspecify.annotations.NullMarked;
