package dev.pgstow.workspace;

import java.io.IOException;
import java.io.Writer;

/**
 * A module being written beside its target. Used by one thread; files may be put on disk by
 * another, so that an error can show at a later call.
 */
public interface StagedModule {

  /** Its target. */
  ModuleTarget target();

  /**
   * Writes a generated file.
   *
   * @param path relative, with slashes, such as {@code deploy/schemas/app/schema.sql}; checked to
   *     stay inside the module
   */
  void write(String path, String content) throws IOException;

  /**
   * Opens a generated file for streaming; the caller closes the writer before opening another of
   * the same path.
   */
  Writer open(String path) throws IOException;

  /**
   * Writes plan, control file, {@code .pgstow.json} and, in a new module, the scaffold; keeps the
   * tags of the existing plan whose change is still there.
   */
  void finish(ModuleSpec spec, Iterable<PlannedChange> changes) throws IOException;
}
