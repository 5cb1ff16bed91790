/** Proves exported modules: deployed to a scratch database they must hold what the source holds. */
@NullMarked
package dev.pgstow.prove;

import org.jspecify.annotations.NullMarked;
