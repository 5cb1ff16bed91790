package dev.pgstow.catalog;

import java.util.List;
import java.util.Map;

/**
 * A database at one moment.
 *
 * @param objects in an order in which they load
 * @param seen catalog objects of each kind that are asked for; members of extensions are not among
 *     them
 * @param written those of them that are carried, on their own or inside another object; the rest
 *     are the omissions
 * @param omissions what is not carried, named
 * @param notes what is worth knowing about the reading, such as what the role may not see
 */
public record Catalog(
    List<CatalogObject> objects,
    Map<ObjectKind, Integer> seen,
    Map<ObjectKind, Integer> written,
    List<Omission> omissions,
    List<String> notes) {

  /** An object that is not carried, and why. */
  public record Omission(ObjectIdentity identity, String why) {}

  public Catalog {
    objects = List.copyOf(objects);
    seen = Map.copyOf(seen);
    written = Map.copyOf(written);
    omissions = List.copyOf(omissions);
    notes = List.copyOf(notes);
  }
}
