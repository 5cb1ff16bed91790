package dev.pgstow.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.catalog.Catalog;
import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.catalog.ObjectKind;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.dump.DumpResult;
import dev.pgstow.progress.ProgressText;
import java.io.PrintStream;
import java.util.Locale;

/**
 * What was dumped, for a person or as a JSON line.
 *
 * @param whole whether a person is shown long lists to their end
 */
record DumpPrinter(PrintStream out, boolean json, boolean whole) {
  private static final int SHOWN = 20;

  void print(DumpResult result, String database) {
    if (json) {
      printJson(result, database);
      return;
    }
    out.println(
        "Dumped "
            + ProgressText.count(result.objects(), "object")
            + " of "
            + Sanitizer.visible(database)
            + " to "
            + Sanitizer.visible(result.output().toString())
            + " in "
            + ProgressText.time(result.elapsed()));
    printCounts(result);
    out.println(
        "Files: "
            + ProgressText.count(result.changes().added())
            + " new, "
            + ProgressText.count(result.changes().changed())
            + " changed, "
            + ProgressText.count(result.changes().removed())
            + " removed, "
            + ProgressText.count(result.changes().same())
            + " as before");
    printOmissions(result);
    result.overwritten().forEach(it -> out.println("overwrote edits: " + Sanitizer.visible(it)));
    result.notes().forEach(it -> out.println("note: " + Sanitizer.visible(it)));
  }

  private void printCounts(DumpResult result) {
    out.printf(Locale.ROOT, "  %-28s %8s %8s%n", "", "seen", "written");
    for (ObjectKind kind : ObjectKind.values()) {
      int seen = result.seen().getOrDefault(kind, 0);
      int written = result.written().getOrDefault(kind, 0);
      if (seen + written > 0) {
        out.printf(Locale.ROOT, "  %-28s %,8d %,8d%n", kind.label(), seen, written);
      }
    }
  }

  private void printOmissions(DumpResult result) {
    if (result.omissions().isEmpty()) {
      return;
    }
    int number = result.omissions().size();
    out.println("Not carried: " + ProgressText.count(number));
    result.omissions().stream()
        .limit(whole ? number : SHOWN)
        .forEach(
            omission ->
                out.println(
                    "  "
                        + omission.identity().kind().label()
                        + " "
                        + Sanitizer.visible(name(omission))
                        + ": "
                        + Sanitizer.visible(omission.why())));
    if (!whole && number > SHOWN) {
      out.println("  and " + (number - SHOWN) + " more (--verbose)");
    }
  }

  private static String name(Catalog.Omission omission) {
    ObjectIdentity identity = omission.identity();
    return identity.schema().map(schema -> schema + ".").orElse("")
        + identity.name()
        + (identity.qualifier().isEmpty() ? "" : " (" + identity.qualifier() + ")");
  }

  private void printJson(DumpResult result, String database) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("event", "result");
    line.put("database", database);
    line.put("output", result.output().toString());
    line.put("layout", result.layout().label());
    ArrayNode kinds = line.putArray("kinds");
    for (ObjectKind kind : ObjectKind.values()) {
      int seen = result.seen().getOrDefault(kind, 0);
      int written = result.written().getOrDefault(kind, 0);
      if (seen + written > 0) {
        kinds.addObject().put("kind", kind.label()).put("seen", seen).put("written", written);
      }
    }
    ArrayNode omissions = line.putArray("omissions");
    for (Catalog.Omission omission : result.omissions()) {
      ObjectNode node = omissions.addObject().put("kind", omission.identity().kind().label());
      omission.identity().schema().ifPresent(schema -> node.put("schema", schema));
      node.put("name", omission.identity().name());
      node.put("qualifier", omission.identity().qualifier()).put("why", omission.why());
    }
    result.notes().forEach(line.putArray("notes")::add);
    line.put("added", result.changes().added()).put("changed", result.changes().changed());
    line.put("removed", result.changes().removed()).put("same", result.changes().same());
    result.overwritten().forEach(line.putArray("overwritten")::add);
    line.put("milliseconds", result.elapsed().toMillis());
    out.println(JsonLine.of(line));
  }
}
