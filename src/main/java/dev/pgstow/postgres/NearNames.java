package dev.pgstow.postgres;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody may have meant. */
final class NearNames {
  private NearNames() {}

  /** The names within a third of the wanted one's length in edits, nearest first, three at most. */
  static List<String> to(String wanted, List<String> names) {
    int limit = Math.max(1, wanted.length() / 3);
    return names.stream()
        .filter(name -> distance(wanted, name) <= limit)
        .sorted(Comparator.comparingInt(name -> distance(wanted, name)))
        .limit(3)
        .toList();
  }

  /** Levenshtein's distance, ignoring case. */
  private static int distance(String a, String b) {
    String from = a.toLowerCase(Locale.ROOT);
    String to = b.toLowerCase(Locale.ROOT);
    int[] previous = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] current = new int[to.length() + 1];
      current[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[to.length()];
  }
}
