package dev.pgstow.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.catalog.CatalogDiff;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.dump.ObjectTitle;
import dev.pgstow.migrate.ModuleCycle;
import dev.pgstow.migrate.VerifyResult;
import dev.pgstow.progress.ProgressText;
import dev.pgstow.prove.ProofResult;
import dev.pgstow.prove.RowComparison;
import dev.pgstow.prove.RowDifference;
import dev.pgstow.prove.ValueDifference;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/**
 * What a proof found, for a person or as a JSON line. Why modules are not proved is told as a
 * failure.
 *
 * @param whole whether a person is shown long lists to their end
 */
record ProofPrinter(PrintStream out, boolean json, boolean whole) {
  private static final int SHOWN = 20;

  void print(ProofResult result) {
    if (json) {
      out.println(JsonLine.of(json(result)));
      return;
    }
    result.rows().ifPresent(this::printDifferences);
    result.catalogs().ifPresent(this::printObjects);
    printCycle(result);
    if (result.isClean()) {
      result.rows().ifPresent(it -> printClean(result, it));
    }
  }

  private void printCycle(ProofResult result) {
    ModuleCycle.Outcome cycle = result.cycle();
    if (cycle.failure().isPresent()) {
      return;
    }
    out.println(
        "Tried "
            + Sanitizer.visible(String.join(" and ", result.modules()))
            + " in a scratch database ("
            + Sanitizer.visible(result.scratch())
            + "): "
            + ProgressText.count(cycle.changes(), "change")
            + " deployed, verified, reverted, and deployed again.");
    int unchecked = cycle.verification().map(VerifyResult::unchecked).map(List::size).orElse(0);
    if (unchecked > 0) {
      out.println(
          "  "
              + ProgressText.count(unchecked)
              + " of them are verified by a script that checks nothing");
    }
    cycle
        .stillVerified()
        .forEach(it -> out.println("  reverted, but still verified: " + Sanitizer.visible(it)));
  }

  private void printClean(ProofResult result, RowComparison rows) {
    out.println(
        "Proved in "
            + ProgressText.time(result.elapsed())
            + ": all "
            + ProgressText.count(rows.rows(), "metadata row")
            + " of "
            + ProgressText.count(rows.tables(), "table")
            + " are those of "
            + Sanitizer.visible(result.source())
            + (result.catalogs().isPresent() ? ", and so are all objects." : "."));
  }

  private void printObjects(CatalogDiff objects) {
    objects.missing().forEach(it -> out.println("missing: " + ObjectTitle.of(it.identity())));
    objects.undeclared().forEach(it -> out.println("extra: " + ObjectTitle.of(it.identity())));
    for (CatalogDiff.Change change : objects.changed()) {
      out.println("changed: " + ObjectTitle.of(change.identity()) + " (source -, scratch +)");
      change.diff().forEach(line -> out.println("    " + Sanitizer.visible(line)));
    }
  }

  private void printDifferences(RowComparison rows) {
    List<RowDifference> differences = rows.differences();
    int shown = whole ? differences.size() : Math.min(SHOWN, differences.size());
    for (RowDifference difference : differences.subList(0, shown)) {
      out.println(
          difference.kind().label()
              + " in "
              + Sanitizer.visible(difference.table())
              + ": "
              + Sanitizer.visible(difference.key()));
      for (ValueDifference value : difference.values()) {
        out.println("  " + Sanitizer.visible(value.column()));
        out.println("    source:  " + visible(value.source()));
        out.println("    scratch: " + visible(value.scratch()));
      }
    }
    if (rows.differing() > shown) {
      out.println(
          "and "
              + ProgressText.count(rows.differing() - shown)
              + " more"
              + (differences.size() > shown ? " (--verbose)" : ""));
    }
  }

  private static String visible(Optional<String> value) {
    return value.map(Sanitizer::visible).map(it -> "'" + it + "'").orElse("NULL");
  }

  private static ObjectNode json(ProofResult result) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("event", "result");
    result.modules().forEach(line.putArray("modules")::add);
    line.put("source", result.source()).put("scratch", result.scratch());
    ModuleCycle.Outcome cycle = result.cycle();
    line.put("proved", result.isClean()).put("step", cycle.step().label());
    line.put("changes", cycle.changes());
    cycle.stillVerified().forEach(line.putArray("stillVerified")::add);
    ArrayNode unchecked = line.putArray("unchecked");
    cycle.verification().ifPresent(it -> it.unchecked().forEach(unchecked::add));
    result.rows().ifPresent(rows -> line.set("rows", json(rows)));
    result.catalogs().ifPresent(objects -> line.set("objects", json(objects)));
    return line.put("milliseconds", result.elapsed().toMillis());
  }

  private static ObjectNode json(CatalogDiff objects) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode missing = node.putArray("missing");
    objects.missing().forEach(it -> missing.add(ObjectTitle.of(it.identity())));
    ArrayNode extra = node.putArray("extra");
    objects.undeclared().forEach(it -> extra.add(ObjectTitle.of(it.identity())));
    ArrayNode changed = node.putArray("changed");
    for (CatalogDiff.Change change : objects.changed()) {
      ObjectNode each = changed.addObject().put("object", ObjectTitle.of(change.identity()));
      change.diff().forEach(each.putArray("diff")::add);
    }
    return node;
  }

  private static ObjectNode json(RowComparison rows) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("tables", rows.tables()).put("compared", rows.rows());
    node.put("differing", rows.differing());
    ArrayNode differences = node.putArray("differences");
    for (RowDifference difference : rows.differences()) {
      ObjectNode row = differences.addObject().put("kind", difference.kind().label());
      row.put("table", difference.table()).put("key", difference.key());
      ArrayNode values = row.putArray("values");
      for (ValueDifference value : difference.values()) {
        values
            .addObject()
            .put("column", value.column())
            .put("source", value.source().orElse(null))
            .put("scratch", value.scratch().orElse(null));
      }
    }
    rows.edited().forEach(node.putArray("edited")::add);
    return node;
  }
}
