package dev.pgstow.catalog;

import dev.pgstow.failure.Failure;
import java.util.EnumMap;
import java.util.Map;

/** Keeps account of every catalog row that is met, so that none is lost on the way. */
final class Tally {
  private final Map<ObjectKind, Integer> seen = new EnumMap<>(ObjectKind.class);
  private final Map<ObjectKind, Integer> settled = new EnumMap<>(ObjectKind.class);

  void seen(ObjectKind kind) {
    seen.merge(kind, 1, Integer::sum);
  }

  /** Written, named as omitted, an extension's, or of a schema that was not asked for. */
  void settled(ObjectKind kind) {
    settled.merge(kind, 1, Integer::sum);
  }

  Map<ObjectKind, Integer> all() {
    return seen;
  }

  /**
   * Compares with what the catalogs hold.
   *
   * @throws Failure {@code catalog-incomplete} if an object of a kind is missing
   */
  void check(Map<ObjectKind, Integer> held) {
    for (ObjectKind kind : ObjectKind.values()) {
      int met = seen.getOrDefault(kind, 0);
      int done = settled.getOrDefault(kind, 0);
      int there = held.getOrDefault(kind, met);
      if (met != done || met != there) {
        throw Failure.failed(
            "catalog-incomplete",
            "Of "
                + there
                + " objects of the kind "
                + kind.label()
                + ", "
                + met
                + " were read and "
                + done
                + " are accounted for.",
            "This is a defect of pgstow; please report it.");
      }
    }
  }
}
