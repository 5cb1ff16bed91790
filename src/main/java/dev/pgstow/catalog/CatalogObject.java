package dev.pgstow.catalog;

import java.util.List;
import java.util.Set;

/**
 * One object as its SQL.
 *
 * @param create statements that make it with all that belongs to it, in order, without the closing
 *     semicolon; they run once everything in {@code requires} is there
 * @param drop statements that undo exactly {@code create}
 * @param requires the objects that must be there first; never in a circle
 */
public record CatalogObject(
    ObjectIdentity identity, List<String> create, List<String> drop, Set<ObjectIdentity> requires) {

  public CatalogObject {
    create = List.copyOf(create);
    drop = List.copyOf(drop);
    requires = Set.copyOf(requires);
  }
}
