package dev.pgstow.cli;

import dev.pgstow.catalog.CatalogObject;
import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.drift.DriftResult;
import dev.pgstow.dump.ObjectTitle;
import dev.pgstow.wizard.DriftFinding;
import java.util.ArrayList;
import java.util.List;

/** What a database and its source differ in, as screens list it. */
final class DriftFindings {
  private DriftFindings() {}

  static List<DriftFinding> of(DriftResult result) {
    List<DriftFinding> findings = new ArrayList<>();
    for (CatalogObject object : result.undeclared()) {
      String added = "+" + String.join(";\n", object.create()).replace("\n", "\n+") + ";";
      findings.add(finding(DriftFinding.Kind.UNDECLARED, object.identity(), added));
    }
    result
        .missing()
        .forEach(it -> findings.add(finding(DriftFinding.Kind.MISSING, it, "Not live.")));
    for (DriftResult.Changed change : result.changed()) {
      String diff = String.join("\n", change.diff());
      findings.add(finding(DriftFinding.Kind.CHANGED, change.identity(), diff));
    }
    return findings;
  }

  private static DriftFinding finding(
      DriftFinding.Kind kind, ObjectIdentity identity, String diff) {
    return new DriftFinding(kind, ObjectTitle.of(identity), diff);
  }
}
