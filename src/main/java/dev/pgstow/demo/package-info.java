/** The sample database behind pgstow demo. */
@NullMarked
package dev.pgstow.demo;

import org.jspecify.annotations.NullMarked;
