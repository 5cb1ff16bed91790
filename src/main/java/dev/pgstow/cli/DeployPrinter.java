package dev.pgstow.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.migrate.DeployResult;
import dev.pgstow.progress.ProgressText;
import java.io.PrintStream;

/** What a deployment did, for a person or as a JSON line. */
record DeployPrinter(PrintStream out, boolean json) {

  void print(DeployResult result, String database) {
    if (json) {
      printJson(result, database);
      return;
    }
    out.println(
        "Deployed "
            + ProgressText.count(result.deployed(), "change")
            + " to "
            + Sanitizer.visible(database)
            + " in "
            + ProgressText.time(result.elapsed()));
    for (DeployResult.Module module : result.modules()) {
      String what =
          module.deployed().isEmpty()
              ? "nothing to do"
              : ProgressText.count(module.deployed().size(), "change");
      String had =
          module.skipped() > 0 ? ", " + ProgressText.count(module.skipped()) + " there before" : "";
      out.printf("  %-40s %s%s%n", Sanitizer.visible(module.name()), what, had);
    }
    if (!result.extensions().isEmpty()) {
      out.println(
          "  extensions created: " + Sanitizer.visible(String.join(", ", result.extensions())));
    }
    result.unfinished().forEach(it -> out.println("  unfinished: " + Sanitizer.visible(it)));
  }

  private void printJson(DeployResult result, String database) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("event", "result");
    line.put("database", database);
    ArrayNode modules = line.putArray("modules");
    for (DeployResult.Module module : result.modules()) {
      ObjectNode node = modules.addObject().put("name", module.name());
      module.deployed().forEach(node.putArray("deployed")::add);
      node.put("skipped", module.skipped());
    }
    result.extensions().forEach(line.putArray("extensions")::add);
    result.changedScripts().forEach(line.putArray("changedScripts")::add);
    result.unfinished().forEach(line.putArray("unfinished")::add);
    line.put("milliseconds", result.elapsed().toMillis());
    out.println(JsonLine.of(line));
  }
}
