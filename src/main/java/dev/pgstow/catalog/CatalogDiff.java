package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What two catalogs of the same major version differ in, object by object. Both texts are
 * PostgreSQL's own, so what is written differently but means the same does not differ.
 *
 * @param undeclared in the live catalog only, in its order
 * @param missing in the source only, in its order
 * @param changed in both, but not the same, in the source's order
 */
public record CatalogDiff(
    List<CatalogObject> undeclared, List<CatalogObject> missing, List<Change> changed) {

  /** An object that is not what the source says. */
  public record Change(CatalogObject source, CatalogObject live) {
    /** Which one. */
    public ObjectIdentity identity() {
      return source.identity();
    }

    /** The lines of a unified diff that leads from the source to what is live; no file names. */
    public List<String> diff() {
      return StatementDiff.lines(source.create(), live.create());
    }
  }

  /** Copies the lists. */
  public CatalogDiff {
    undeclared = List.copyOf(undeclared);
    missing = List.copyOf(missing);
    changed = List.copyOf(changed);
  }

  /** Compares. */
  public static CatalogDiff between(Catalog live, Catalog source) {
    return between(live.objects(), source.objects());
  }

  /** Compares objects; those of one side have different identities. */
  public static CatalogDiff between(List<CatalogObject> live, List<CatalogObject> source) {
    Map<ObjectIdentity, CatalogObject> left = new LinkedHashMap<>();
    live.forEach(object -> left.put(object.identity(), object));
    List<CatalogObject> missing = new ArrayList<>();
    List<Change> changed = new ArrayList<>();
    for (CatalogObject declared : source) {
      CatalogObject found = left.remove(declared.identity());
      if (found == null) {
        missing.add(declared);
      } else if (!found.create().equals(declared.create())) {
        changed.add(new Change(declared, found));
      }
    }
    return new CatalogDiff(List.copyOf(left.values()), missing, changed);
  }

  /** Whether there is no difference. */
  public boolean isEmpty() {
    return undeclared.isEmpty() && missing.isEmpty() && changed.isEmpty();
  }

  /** How many objects differ. */
  public int size() {
    return undeclared.size() + missing.size() + changed.size();
  }
}
