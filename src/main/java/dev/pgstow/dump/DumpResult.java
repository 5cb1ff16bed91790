package dev.pgstow.dump;

import dev.pgstow.catalog.Catalog;
import dev.pgstow.catalog.ObjectKind;
import dev.pgstow.workspace.FolderStaging;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What was dumped.
 *
 * @param seen catalog objects of each kind that were met
 * @param written catalog objects of each kind that were written, alone or within another one
 * @param objects how many objects the dump has; what is within another one is not counted
 * @param omissions what is not carried, named
 * @param notes what is worth knowing, such as what the role may not see
 * @param overwritten files that were edited by hand and are now as generated
 */
public record DumpResult(
    Path output,
    Layout layout,
    Map<ObjectKind, Integer> seen,
    Map<ObjectKind, Integer> written,
    int objects,
    List<Catalog.Omission> omissions,
    List<String> notes,
    FolderStaging.Changes changes,
    List<String> overwritten,
    Duration elapsed) {

  public DumpResult {
    seen = Map.copyOf(seen);
    written = Map.copyOf(written);
    omissions = List.copyOf(omissions);
    notes = List.copyOf(notes);
    overwritten = List.copyOf(overwritten);
  }
}
