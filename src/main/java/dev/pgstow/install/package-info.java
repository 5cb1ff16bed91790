/** Brings missing third-party pgpm modules into a workspace with the user's own npm. */
@NullMarked
package dev.pgstow.install;

import org.jspecify.annotations.NullMarked;
