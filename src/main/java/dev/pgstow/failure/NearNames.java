package dev.pgstow.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names a mistyped one may have meant, for hints. */
public final class NearNames {
  private NearNames() {}

  /**
   * At most {@code count} of the names, the nearest first; one that holds what was typed is near.
   */
  public static List<String> to(String typed, Collection<String> names, int count) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return names.stream()
        .sorted(
            Comparator.comparingInt(
                    (String name) ->
                        !wanted.isEmpty() && name.toLowerCase(Locale.ROOT).contains(wanted)
                            ? 0
                            : distance(wanted, name))
                .thenComparing(Comparator.naturalOrder()))
        .limit(count)
        .toList();
  }

  /** Levenshtein's distance: insertions, deletions and replacements, ignoring case. */
  public static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
