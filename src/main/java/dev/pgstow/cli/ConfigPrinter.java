package dev.pgstow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.display.Redactor;
import dev.pgstow.display.Sanitizer;
import java.io.PrintStream;

/** Shows what is configured, to a person or as a JSON line. */
final class ConfigPrinter {
  private static final int WIDEST = 40;

  private final PrintStream out;
  private final boolean json;
  private final Redactor redactor = Redactor.patterns();

  ConfigPrinter(PrintStream out, boolean json) {
    this.out = out;
    this.json = json;
  }

  void print(ConfigReport report) {
    if (json) {
      printJson(report);
      return;
    }
    out.println("Files, the stronger first:");
    for (ConfigReport.Place place : report.places()) {
      out.println("  " + Sanitizer.visible(place.path() + (place.read() ? "" : "  (not there)")));
    }
    out.println();
    int keys = width(report.rows().stream().mapToInt(row -> row.key().length()).max().orElse(0));
    int values = width(report.rows().stream().mapToInt(row -> shown(row).length()).max().orElse(0));
    for (ConfigReport.Row row : report.rows()) {
      String from = row.from().isEmpty() ? row.source() : row.from();
      out.printf(
          "%-" + keys + "s  %-" + values + "s  %s%n",
          Sanitizer.visible(row.key()),
          shown(row),
          Sanitizer.visible(from) + (row.inEffect() ? "" : "  (overridden)"));
    }
  }

  private String shown(ConfigReport.Row row) {
    return row.values().isEmpty()
        ? "-"
        : Sanitizer.visible(redactor.redact(String.join(", ", row.values())));
  }

  private static int width(int longest) {
    return Math.max(1, Math.min(longest, WIDEST));
  }

  private void printJson(ConfigReport report) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("event", "result");
    for (ConfigReport.Place place : report.places()) {
      ObjectNode file = line.withArray("files").addObject();
      file.put("kind", place.kind().label()).put("path", place.path().toString());
      file.put("read", place.read());
    }
    for (ConfigReport.Row row : report.rows()) {
      ObjectNode setting = line.withArray("settings").addObject().put("key", row.key());
      row.values().forEach(value -> setting.withArray("values").add(redactor.redact(value)));
      setting.put("source", row.source()).put("from", row.from()).put("inEffect", row.inEffect());
    }
    out.println(JsonLine.of(line));
  }
}
