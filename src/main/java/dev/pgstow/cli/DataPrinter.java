package dev.pgstow.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.display.DisplayWidth;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.progress.ProgressText;
import dev.pgstow.rows.DataPlan;
import dev.pgstow.rows.DataResult;
import dev.pgstow.rows.DataVerification;
import dev.pgstow.rows.ExportedTable;
import dev.pgstow.rows.PlannedTable;
import dev.pgstow.rows.TableName;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What an export of data would do or did, for a person or as a JSON line. */
record DataPrinter(PrintStream out, boolean json) {
  private static final int WIDEST = 60;

  void print(DataPlan plan, Path directory) {
    if (json) {
      printJson(plan);
      return;
    }
    int width =
        width(plan.tables().stream().map(it -> it.name().toString()).toList(), "table".length());
    out.printf(
        "%4s  %s %12s %10s  %s%n", "#", DisplayWidth.pad("table", width), "rows", "size", "method");
    int position = 0;
    for (PlannedTable table : plan.tables()) {
      out.printf(
          "%4s  %s %12s %10s  %s%n",
          table.users() ? "" : "" + ++position,
          DisplayWidth.pad(visible(table.name()), width),
          (table.estimated() ? "~" : "") + ProgressText.count(table.rows()),
          ProgressText.size(table.bytes()),
          table.users() ? table.method().label() + ", to " + table.file() : table.method().label());
    }
    out.println();
    boolean estimated = plan.tables().stream().anyMatch(PlannedTable::estimated);
    out.println(
        ProgressText.count(position, "table")
            + ", "
            + (estimated ? "~" : "")
            + ProgressText.count(plan.rows(), "row")
            + ", "
            + ProgressText.size(plan.bytes())
            + " on the server. Nothing was written; the files would go to "
            + Sanitizer.visible(directory.toString())
            + ".");
    cycles(plan.cycles());
    if (!plan.skipped().isEmpty()) {
      out.println("large, skipped: " + names(plan.skipped()));
    }
    if (!plan.leftOut().isEmpty()) {
      out.println(
          "left out, since Supabase manages them: "
              + Sanitizer.visible(String.join(", ", plan.leftOut()))
              + " (--schemas takes them)");
    }
  }

  void print(DataResult result) {
    if (json) {
      printJson(result);
      return;
    }
    List<String> names = result.tables().stream().map(it -> it.name().toString()).toList();
    int width = width(names, 0);
    for (ExportedTable table : result.tables()) {
      out.printf(
          "  %s %14s %10s  %s%n",
          DisplayWidth.pad(visible(table.name()), width),
          ProgressText.count(table.rows(), "row"),
          ProgressText.size(table.bytes()),
          Sanitizer.visible(table.file()));
    }
    out.println(
        "Exported "
            + ProgressText.count(result.tables().size(), "table")
            + ", "
            + ProgressText.count(result.rows(), "row")
            + ", "
            + ProgressText.size(result.bytes())
            + " to "
            + Sanitizer.visible(result.directory().toString())
            + " in "
            + ProgressText.time(result.elapsed()));
    if (result.resumed() > 0) {
      out.println("  " + ProgressText.count(result.resumed(), "table") + " of an earlier run");
    }
    cycles(result.cycles());
  }

  void print(DataVerification verified, Path directory) {
    if (json) {
      ObjectNode line = result();
      line.put("directory", directory.toString()).put("tables", verified.tables());
      line.put("rows", verified.rows()).put("bytes", verified.bytes());
      ArrayNode problems = line.putArray("problems");
      verified
          .problems()
          .forEach(it -> problems.addObject().put("file", it.file()).put("problem", it.what()));
      line.put("milliseconds", verified.elapsed().toMillis());
      out.println(JsonLine.of(line));
      return;
    }
    verified
        .problems()
        .forEach(it -> out.println("  " + Sanitizer.visible(it.file() + " " + it.what())));
    if (verified.problems().isEmpty()) {
      out.println(
          "Verified "
              + ProgressText.count(verified.tables(), "table")
              + ", "
              + ProgressText.count(verified.rows(), "row")
              + ", "
              + ProgressText.size(verified.bytes())
              + " in "
              + ProgressText.time(verified.elapsed()));
    }
  }

  private static String visible(TableName name) {
    return Sanitizer.visible(name.toString());
  }

  private static int width(List<String> names, int least) {
    int widest =
        names.stream().mapToInt(it -> DisplayWidth.of(Sanitizer.visible(it))).max().orElse(0);
    return Math.min(WIDEST, Math.max(least, widest));
  }

  private static String names(List<TableName> names) {
    return names.stream().map(DataPrinter::visible).collect(Collectors.joining(", "));
  }

  private void cycles(List<List<TableName>> cycles) {
    cycles.forEach(
        it -> out.println("reference one another, load with constraints deferred: " + names(it)));
  }

  private static ObjectNode result() {
    return JsonNodeFactory.instance.objectNode().put("event", "result");
  }

  private static void cycles(ObjectNode line, List<List<TableName>> cycles) {
    ArrayNode array = line.putArray("cycles");
    for (List<TableName> cycle : cycles) {
      ArrayNode names = array.addArray();
      cycle.forEach(it -> names.add(it.toString()));
    }
  }

  private void printJson(DataPlan plan) {
    ObjectNode line = result().put("dryRun", true);
    ArrayNode tables = line.putArray("tables");
    for (PlannedTable table : plan.tables()) {
      tables
          .addObject()
          .put("schema", table.name().schema())
          .put("table", table.name().name())
          .put("rows", table.rows())
          .put("estimated", table.estimated())
          .put("bytes", table.bytes())
          .put("method", table.method().label())
          .put("file", table.file());
    }
    cycles(line, plan.cycles());
    ArrayNode skipped = line.putArray("skipped");
    plan.skipped().forEach(it -> skipped.add(it.toString()));
    plan.leftOut().forEach(line.putArray("schemasLeftOut")::add);
    out.println(JsonLine.of(line));
  }

  private void printJson(DataResult result) {
    ObjectNode line = result().put("directory", result.directory().toString());
    ArrayNode tables = line.putArray("tables");
    for (ExportedTable table : result.tables()) {
      tables
          .addObject()
          .put("schema", table.name().schema())
          .put("table", table.name().name())
          .put("file", table.file())
          .put("rows", table.rows())
          .put("bytes", table.bytes())
          .put("sha256", table.sha256());
    }
    line.put("rows", result.rows()).put("bytes", result.bytes()).put("resumed", result.resumed());
    cycles(line, result.cycles());
    line.put("milliseconds", result.elapsed().toMillis());
    out.println(JsonLine.of(line));
  }
}
