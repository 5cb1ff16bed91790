package dev.pgstow.export;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an export did.
 *
 * @param extension the extension module; empty where there were no actions
 * @param service the service module
 * @param written whether the modules are in place; false for a dry run
 * @param rows exported rows by metadata table, in export order
 * @param emptyReverts changes whose revert script is empty
 * @param emptyVerifies changes whose verify script is empty
 * @param leftAlone places that looked like a schema's name but did not stand as one
 * @param droppedTags tags of the old plans whose change is gone, as {@code module@tag}
 * @param warnings things worth saying
 */
public record ExportResult(
    Optional<Module> extension,
    Module service,
    boolean written,
    Map<String, Long> rows,
    long emptyReverts,
    long emptyVerifies,
    long leftAlone,
    List<String> droppedTags,
    List<String> warnings,
    Duration elapsed) {

  /**
   * A module of the pair.
   *
   * @param requires what it requires of a target
   */
  public record Module(
      String name, Path directory, long changes, long bytes, List<String> requires) {}
}
