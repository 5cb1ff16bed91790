package dev.pgstow.prompt;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names a mistyped one may have meant. */
public final class Nearest {
  private Nearest() {}

  /** At most {@code count} names, the likeliest first: by edit distance, ignoring case. */
  public static List<String> to(String typed, Collection<String> names, int count) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    record Ranked(String name, int distance) {}
    return names.stream()
        .map(name -> new Ranked(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
        .sorted(Comparator.comparingInt(Ranked::distance).thenComparing(Ranked::name))
        .limit(count)
        .map(Ranked::name)
        .toList();
  }

  private static int distance(String a, String b) {
    if (!a.isEmpty() && b.contains(a)) {
      return 0;
    }
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitute = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substitute, Math.min(previous[j], current[j - 1]) + 1);
      }
      int[] spare = previous;
      previous = current;
      current = spare;
    }
    return previous[b.length()];
  }
}
