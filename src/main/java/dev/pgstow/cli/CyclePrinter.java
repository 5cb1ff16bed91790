package dev.pgstow.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.migrate.CycleResult;
import dev.pgstow.progress.ProgressText;
import java.io.PrintStream;

/** How tested modules fared, for a person or as a JSON line. */
record CyclePrinter(PrintStream out, boolean json) {

  void print(CycleResult result) {
    if (json) {
      printJson(result);
    } else {
      result.modules().forEach(this::print);
    }
  }

  private void print(CycleResult.Module module) {
    String fate =
        module.failure().isPresent()
            ? "FAILED to " + module.step().label()
            : "passed, " + ProgressText.count(module.changes(), "change");
    out.printf(
        "%-40s %s (%s)%n",
        Sanitizer.visible(module.name()), fate, ProgressText.time(module.elapsed()));
    module
        .stillVerified()
        .forEach(it -> out.println("  reverted, but still verified: " + Sanitizer.visible(it)));
  }

  private void printJson(CycleResult result) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("event", "result");
    ArrayNode modules = line.putArray("modules");
    for (CycleResult.Module module : result.modules()) {
      ObjectNode node = modules.addObject().put("name", module.name());
      node.put("passed", module.failure().isEmpty()).put("step", module.step().label());
      module
          .failure()
          .ifPresent(it -> node.put("ident", it.ident()).put("message", it.getMessage()));
      node.put("changes", module.changes());
      module.stillVerified().forEach(node.putArray("stillVerified")::add);
      node.put("milliseconds", module.elapsed().toMillis());
    }
    out.println(JsonLine.of(line));
  }
}
