package dev.pgstow.catalog;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;

/** Unified diffs of statements. */
final class StatementDiff {
  private static final int CONTEXT = 3;
  private static final int FILE_NAMES = 2;

  private StatementDiff() {}

  static List<String> lines(List<String> before, List<String> after) {
    List<String> from = lines(before);
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            "source", "live", from, DiffUtils.diff(from, lines(after)), CONTEXT);
    return diff.size() > FILE_NAMES
        ? List.copyOf(diff.subList(FILE_NAMES, diff.size()))
        : List.of();
  }

  private static List<String> lines(List<String> statements) {
    List<String> lines = new ArrayList<>();
    for (String statement : statements) {
      lines.addAll(List.of((statement + ";").split("\n", -1)));
    }
    return lines;
  }
}
