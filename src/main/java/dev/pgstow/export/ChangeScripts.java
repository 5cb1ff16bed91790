package dev.pgstow.export;

import java.util.List;

/** The frame pgpm puts around the SQL of a change's three scripts; blank lines are part of it. */
final class ChangeScripts {
  static final String BANNER = "-- made with pgstow";

  private ChangeScripts() {}

  /** What stands before the deploy SQL. */
  static String deployHeader(String change, List<String> requires) {
    StringBuilder header = new StringBuilder("-- Deploy: ").append(change);
    header.append('\n').append(BANNER).append("\n\n");
    for (int i = 0; i < requires.size(); i++) {
      header.append(i == 0 ? "" : "\n").append("-- requires: ").append(requires.get(i));
    }
    return header.append("\n\n\n").toString();
  }

  /** What stands after the deploy SQL. */
  static String deployFooter() {
    return "\n\n";
  }

  /** A deploy script. */
  static String deploy(String change, List<String> requires, String sql) {
    return deployHeader(change, requires) + sql + deployFooter();
  }

  /** A revert script. */
  static String revert(String change, String sql) {
    return "-- Revert: " + change + "\n\n\n" + sql + "\n\n\n";
  }

  /** What stands before the verify SQL. */
  static String verifyHeader(String change) {
    return "-- Verify: " + change + "\n\n\n";
  }

  /** What stands after the verify SQL. */
  static String verifyFooter() {
    return "\n\n\n";
  }

  /** A verify script. */
  static String verify(String change, String sql) {
    return verifyHeader(change) + sql + verifyFooter();
  }
}
