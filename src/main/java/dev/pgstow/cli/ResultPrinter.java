package dev.pgstow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.export.ExportResult;
import dev.pgstow.progress.ProgressText;
import java.io.PrintStream;
import java.nio.file.Path;

/** What an export did, for a person or as a JSON line. */
final class ResultPrinter {
  private final PrintStream out;
  private final Path directory;

  ResultPrinter(PrintStream out, Path directory) {
    this.out = out;
    this.directory = directory;
  }

  void print(ExportResult result, String command) {
    out.println(
        (result.written() ? "Exported in " : "Would export (nothing was written), read in ")
            + ProgressText.time(result.elapsed()));
    result.extension().ifPresent(module -> print(module, ""));
    if (result.extension().isEmpty()) {
      out.println(
          "  no extension module, only the service module: the source shows no sql_actions");
    }
    long rows = result.rows().values().stream().mapToLong(Long::longValue).sum();
    print(
        result.service(),
        ", " + ProgressText.count(rows, "row") + " of " + result.rows().size() + " tables");
    count(result.emptyReverts(), "change", "with an empty revert script");
    count(result.emptyVerifies(), "change", "with an empty verify script");
    count(result.leftAlone(), "place", "left alone that only looked like a schema's name");
    if (!result.droppedTags().isEmpty()) {
      out.println(
          "  tags dropped, their change is gone: "
              + Sanitizer.visible(String.join(", ", result.droppedTags())));
    }
    out.println("Again: " + Sanitizer.visible(command));
  }

  private void print(ExportResult.Module module, String more) {
    out.printf(
        "  %-40s %s%s%n",
        Sanitizer.visible(shown(module.directory())),
        ProgressText.count(module.changes(), "change"),
        more);
  }

  private void count(long number, String noun, String what) {
    if (number > 0) {
      out.println("  " + ProgressText.count(number, noun) + " " + what);
    }
  }

  private String shown(Path path) {
    return path.startsWith(directory) ? directory.relativize(path).toString() : path.toString();
  }

  void printJson(ExportResult result, String command) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("event", "result").put("written", result.written());
    result.extension().ifPresent(module -> put(line.putObject("extension"), module));
    put(line.putObject("service"), result.service());
    ObjectNode rows = line.putObject("rows");
    result.rows().forEach(rows::put);
    line.put("emptyReverts", result.emptyReverts()).put("emptyVerifies", result.emptyVerifies());
    line.put("leftAlone", result.leftAlone());
    result.droppedTags().forEach(line.putArray("droppedTags")::add);
    result.warnings().forEach(line.putArray("warnings")::add);
    line.put("milliseconds", result.elapsed().toMillis()).put("command", command);
    out.println(JsonLine.of(line));
  }

  private static void put(ObjectNode node, ExportResult.Module module) {
    node.put("name", module.name()).put("directory", module.directory().toString());
    node.put("changes", module.changes()).put("bytes", module.bytes());
  }
}
