/** How text stands on a terminal: what is harmless to show, and how wide it is. */
@NullMarked
package dev.pgstow.display;

import org.jspecify.annotations.NullMarked;
