/** The program: builds the command line and maps typed failures to exit codes. */
@NullMarked
package dev.pgstow;

import org.jspecify.annotations.NullMarked;
