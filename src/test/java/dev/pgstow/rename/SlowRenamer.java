package dev.pgstow.rename;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Renames names that need quotes in text the plain way, position by position, name by name. */
final class SlowRenamer {
  private final Map<String, String> names;
  private final List<String> longestFirst;

  SlowRenamer(Map<String, String> names) {
    this.names = names;
    longestFirst =
        names.keySet().stream()
            .sorted(Comparator.comparing((String name) -> -name.length()))
            .toList();
  }

  String text(String text) {
    StringBuilder result = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      String hit = hit(text, i);
      result.append(hit.isEmpty() ? text.substring(i, i + 1) : names.get(hit));
      i += Math.max(1, hit.length());
    }
    return result.toString();
  }

  private String hit(String text, int i) {
    for (String name : longestFirst) {
      if (text.startsWith(name, i)
          && !continues(text, i - 1)
          && !continues(text, i + name.length())) {
        return name;
      }
    }
    return "";
  }

  private static boolean continues(String text, int i) {
    if (i < 0 || i >= text.length()) {
      return false;
    }
    String c = text.substring(i, i + 1);
    return c.matches("[\\p{L}\\p{N}_$]")
        || (c.equals("-") && (isWord(text, i - 1) || isWord(text, i + 1)));
  }

  private static boolean isWord(String text, int i) {
    return i >= 0 && i < text.length() && text.substring(i, i + 1).matches("[\\p{L}\\p{N}]");
  }
}
