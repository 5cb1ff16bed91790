/** Deploys, verifies and reverts modules, and keeps pgpm's ledger of it. */
@NullMarked
package dev.pgstow.migrate;

import org.jspecify.annotations.NullMarked;
