package dev.pgstow.drift;

import dev.pgstow.workspace.Reference;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;

/** What says which objects a database should have. */
public sealed interface DeclaredSource {
  /** Where pulled objects are kept in a source; they are part of it. */
  String PULLED = "_pulled";

  /** Below {@link #folder()}, files of SQL. */
  Path folder();

  /** A folder of SQL files: a dump, edited or not, or files of one's own. */
  record Files(Path folder) implements DeclaredSource {}

  /**
   * A module with what it requires, as it deploys.
   *
   * @param folder the module's own
   * @param to the last change; empty for all
   */
  record OfModule(Workspace workspace, String module, Path folder, Optional<Reference> to)
      implements DeclaredSource {}
}
