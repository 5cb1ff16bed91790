/** What engines tell their front ends while they work. */
@NullMarked
package dev.pgstow.progress;

import org.jspecify.annotations.NullMarked;
