/** pgpm on disk: workspaces, modules, plans, control files, staging and swap. */
@NullMarked
package dev.pgstow.workspace;

import org.jspecify.annotations.NullMarked;
