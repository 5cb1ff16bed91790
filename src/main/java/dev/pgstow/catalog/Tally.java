package dev.pgstow.catalog;

import dev.pgstow.failure.Failure;
import java.util.EnumMap;
import java.util.Map;

/** Keeps account of every catalog row that is met, so that none is lost on the way. */
final class Tally {
  private final Map<ObjectKind, Integer> seen = new EnumMap<>(ObjectKind.class);
  private final Map<ObjectKind, Integer> written = new EnumMap<>(ObjectKind.class);
  private final Map<ObjectKind, Integer> omitted = new EnumMap<>(ObjectKind.class);
  private final Map<ObjectKind, Integer> others = new EnumMap<>(ObjectKind.class);

  /** An object that is asked for. */
  void seen(ObjectKind kind) {
    seen.merge(kind, 1, Integer::sum);
  }

  void written(ObjectKind kind) {
    written.merge(kind, 1, Integer::sum);
  }

  void omitted(ObjectKind kind) {
    omitted.merge(kind, 1, Integer::sum);
  }

  /** An extension's, a session's own, or of a schema that was not asked for. */
  void other(ObjectKind kind) {
    others.merge(kind, 1, Integer::sum);
  }

  Map<ObjectKind, Integer> seen() {
    return seen;
  }

  Map<ObjectKind, Integer> written() {
    return written;
  }

  /**
   * Compares with what the catalogs hold.
   *
   * @throws Failure {@code catalog-incomplete} if an object of a kind is missing
   */
  void check(Map<ObjectKind, Integer> held) {
    for (ObjectKind kind : ObjectKind.values()) {
      int met = seen.getOrDefault(kind, 0);
      int done = written.getOrDefault(kind, 0) + omitted.getOrDefault(kind, 0);
      int rest = others.getOrDefault(kind, 0);
      int there = held.getOrDefault(kind, met + rest);
      if (met != done || met + rest != there) {
        throw Failure.failed(
            "catalog-incomplete",
            "Of "
                + there
                + " objects of the kind "
                + kind.label()
                + ", "
                + (met + rest)
                + " were read and "
                + (done + rest)
                + " are accounted for.",
            "This is a defect of pgstow; please report it.");
      }
    }
  }
}
