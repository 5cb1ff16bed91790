package dev.pgstow.export;

import dev.pgstow.failure.Failure;
import dev.pgstow.workspace.CaseTwins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Finds change names that are equal, or equal but for case or Unicode form, once renamed: on many
 * disks their files would be one. Finds those, too, whose folder would be another's file: {@code a}
 * and {@code a.sql/b}. Keeps a hash a name and asks for the renamed name again only where hashes
 * meet.
 */
final class ChangeTwins {
  private final UnaryOperator<String> renamer;
  private final List<String> names = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();
  private final List<Integer> inScriptFolders = new ArrayList<>();
  private long[] hashes = new long[64];

  ChangeTwins(UnaryOperator<String> renamer) {
    this.renamer = renamer;
  }

  /** Adds a change by its row's id, its own name and what that is renamed to. */
  void add(String row, String name, String change) {
    if (names.size() == hashes.length) {
      hashes = Arrays.copyOf(hashes, hashes.length * 2);
    }
    String folded = CaseTwins.fold(change);
    hashes[names.size()] = hash(folded);
    if (folded.contains(".sql/")) {
      inScriptFolders.add(names.size());
    }
    rows.add(row);
    names.add(name);
  }

  /** Fails if two of the names are twins. */
  void check() {
    long[] sorted = Arrays.copyOf(hashes, names.size());
    Arrays.sort(sorted);
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        compareAll(sorted[i]);
      }
    }
    inScriptFolders.forEach(this::checkFolders);
  }

  private void checkFolders(int inFolder) {
    String folded = CaseTwins.fold(renamer.apply(names.get(inFolder)));
    for (int at = folded.indexOf(".sql/"); at > 0; at = folded.indexOf(".sql/", at + 1)) {
      String file = folded.substring(0, at);
      for (int i = 0; i < names.size(); i++) {
        if (hashes[i] == hash(file) && CaseTwins.fold(renamer.apply(names.get(i))).equals(file)) {
          throw Failure.failed(
              "change-file-and-folder",
              "Rows "
                  + rows.get(i)
                  + " and "
                  + rows.get(inFolder)
                  + " of db_migrate.sql_actions can't both have files: the script of \""
                  + renamer.apply(names.get(i))
                  + "\" is where \""
                  + renamer.apply(names.get(inFolder))
                  + "\" needs a folder.",
              "Rename one of them in the source database, then export again.");
        }
      }
    }
  }

  private void compareAll(long hash) {
    List<Integer> alike = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (hashes[i] == hash) {
        for (int other : alike) {
          String first = renamer.apply(names.get(other));
          String second = renamer.apply(names.get(i));
          if (CaseTwins.fold(first).equals(CaseTwins.fold(second))) {
            throw failure(other, i, first, second);
          }
        }
        alike.add(i);
      }
    }
  }

  private Failure failure(int first, int second, String firstName, String secondName) {
    boolean same = firstName.equals(secondName);
    return Failure.failed(
        same ? "change-duplicate" : "change-case-twins",
        "Rows "
            + rows.get(first)
            + " and "
            + rows.get(second)
            + " of db_migrate.sql_actions have "
            + (same
                ? "the same change name \"" + firstName + "\"."
                : "change names that differ only in case or accents' form, \""
                    + firstName
                    + "\" and \""
                    + secondName
                    + "\": on many disks their files would be one."),
        "Rename one of them in the source database, then export again.");
  }

  private static long hash(String text) {
    long hash = 1125899906842597L;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash;
  }
}
