package dev.pgstow.migrate;

import dev.pgstow.workspace.Reference;

/** How much of a module is reverted. */
public sealed interface RevertScope {

  /** The last deployed change. */
  record Last() implements RevertScope {}

  /** All behind a change, which stays. */
  record After(Reference change) implements RevertScope {}

  /** All that is deployed of it. */
  record All() implements RevertScope {}
}
