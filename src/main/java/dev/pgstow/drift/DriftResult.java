package dev.pgstow.drift;

import dev.pgstow.catalog.Catalog;
import dev.pgstow.catalog.CatalogObject;
import dev.pgstow.catalog.ObjectIdentity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a database differs from its source.
 *
 * @param source for people
 * @param pulled where objects pulled from the database are kept in the source
 * @param undeclared in the database only, in an order in which they load
 * @param missing in the source only
 * @param changed in both, but not the same
 * @param incomparable what the database has and no source can carry
 * @param notes what is worth knowing about the reading
 */
public record DriftResult(
    String source,
    Path pulled,
    List<CatalogObject> undeclared,
    List<ObjectIdentity> missing,
    List<Changed> changed,
    List<Catalog.Omission> incomparable,
    List<String> notes,
    Duration elapsed) {

  /**
   * An object that is not what the source says.
   *
   * @param diff lines of a unified diff from the source to what is live; empty if only hashes were
   *     compared
   */
  public record Changed(ObjectIdentity identity, List<String> diff) {
    /** Copies the list. */
    public Changed {
      diff = List.copyOf(diff);
    }
  }

  /** Copies the lists. */
  public DriftResult {
    undeclared = List.copyOf(undeclared);
    missing = List.copyOf(missing);
    changed = List.copyOf(changed);
    incomparable = List.copyOf(incomparable);
    notes = List.copyOf(notes);
  }

  /** Whether every live object is declared. */
  public boolean isDeclared() {
    return undeclared.isEmpty();
  }

  /** Whether database and source are the same. */
  public boolean isSame() {
    return undeclared.isEmpty() && missing.isEmpty() && changed.isEmpty();
  }
}
