/** The full-screen front end on Lanterna. */
@NullMarked
package dev.pgstow.wizard;

import org.jspecify.annotations.NullMarked;
