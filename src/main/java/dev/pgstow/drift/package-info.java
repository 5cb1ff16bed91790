/**
 * Whether a database still is what its source says: drift, pulling what was made by hand, and
 * adopting a database that has the objects of a module already.
 */
@NullMarked
package dev.pgstow.drift;

import org.jspecify.annotations.NullMarked;
