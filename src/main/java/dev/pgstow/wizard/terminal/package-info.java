/** The JLine-backed terminal below the Lanterna screens. */
@NullMarked
package dev.pgstow.wizard.terminal;

import org.jspecify.annotations.NullMarked;
