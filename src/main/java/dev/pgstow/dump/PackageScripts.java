package dev.pgstow.dump;

import dev.pgstow.catalog.CatalogObject;
import java.util.Comparator;
import java.util.List;

/** The three scripts of an object's change, in the frame that pgpm puts around its own. */
final class PackageScripts {
  /** What the texts of a catalog take for granted, whatever the deploying session has. */
  private static final String BEFORE =
      "SET search_path = '';\nSET check_function_bodies = false;\n\n";

  private static final String AFTER = "\n\nRESET check_function_bodies;\nRESET search_path;";

  private final String change;

  PackageScripts(String change) {
    this.change = change;
  }

  String deploy(CatalogObject object, List<String> requires) {
    StringBuilder script = new StringBuilder("-- Deploy: ").append(change);
    script.append("\n-- made with pgstow\n\n");
    List<String> sorted =
        requires.stream()
            .sorted(
                Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
            .toList();
    for (int i = 0; i < sorted.size(); i++) {
      script.append(i == 0 ? "" : "\n").append("-- requires: ").append(sorted.get(i));
    }
    return script.append("\n\n\n").append(settled(object.create())).append("\n\n").toString();
  }

  String revert(CatalogObject object) {
    return "-- Revert: " + change + "\n\n\n" + settled(object.drop()) + "\n\n\n";
  }

  String verify(CatalogObject object) {
    return "-- Verify: " + change + "\n\n\n" + ObjectCheck.of(object.identity()) + ";\n\n\n";
  }

  private static String settled(List<String> statements) {
    return statements.isEmpty() ? "" : BEFORE + String.join(";\n\n", statements) + ";" + AFTER;
  }
}
