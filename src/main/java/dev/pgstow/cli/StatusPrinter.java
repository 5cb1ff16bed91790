package dev.pgstow.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.migrate.ModuleStatus;
import dev.pgstow.progress.ProgressText;
import java.io.PrintStream;
import java.util.List;

/**
 * How modules and a database compare, for a person or as a JSON line.
 *
 * @param whole whether a person is shown long lists to their end
 */
record StatusPrinter(PrintStream out, boolean json, boolean whole) {
  private static final int SHOWN = 10;

  void print(List<ModuleStatus> statuses) {
    if (json) {
      printJson(statuses);
    } else {
      statuses.forEach(this::print);
    }
  }

  private void print(ModuleStatus status) {
    int planned = status.deployed().size() + status.pending().size();
    out.println(
        Sanitizer.visible(status.module())
            + ": "
            + ProgressText.count(status.deployed().size())
            + " of "
            + ProgressText.count(planned, "change")
            + " deployed"
            + status.tag().map(tag -> ", at @" + Sanitizer.visible(tag)).orElse(""));
    status
        .last()
        .ifPresent(
            last ->
                out.println(
                    "  last: "
                        + Sanitizer.visible(last.change())
                        + " ("
                        + last.deployedAt()
                        + ")"));
    list("pending", status.pending());
    list("changed since deployed", status.changedScripts());
    list("unfinished", status.unfinished());
    list("deployed, but not in the plan", status.unplanned());
    count(status.emptyVerifies().size(), "empty verify script");
    count(status.trivialVerifies().size(), "verify script", " that is true whatever is there");
  }

  private void list(String what, List<String> changes) {
    if (changes.isEmpty()) {
      return;
    }
    out.println("  " + what + ": " + ProgressText.count(changes.size()));
    changes.stream()
        .limit(whole ? changes.size() : SHOWN)
        .forEach(change -> out.println("    " + Sanitizer.visible(change)));
    if (!whole && changes.size() > SHOWN) {
      out.println("    and " + (changes.size() - SHOWN) + " more (--verbose)");
    }
  }

  private void count(int number, String noun) {
    count(number, noun, "");
  }

  private void count(int number, String noun, String more) {
    if (number > 0) {
      out.println("  " + ProgressText.count(number, noun) + more);
    }
  }

  private void printJson(List<ModuleStatus> statuses) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("event", "result");
    ArrayNode modules = line.putArray("modules");
    for (ModuleStatus status : statuses) {
      ObjectNode node = modules.addObject().put("name", status.module());
      ArrayNode deployed = node.putArray("deployed");
      status.deployed().forEach(change -> deployed.add(change.change()));
      status.pending().forEach(node.putArray("pending")::add);
      status
          .last()
          .ifPresent(
              last ->
                  node.put("last", last.change())
                      .put("lastDeployed", last.deployedAt().toString()));
      status.tag().ifPresent(tag -> node.put("tag", tag));
      status.changedScripts().forEach(node.putArray("changedScripts")::add);
      status.unfinished().forEach(node.putArray("unfinished")::add);
      status.unplanned().forEach(node.putArray("unplanned")::add);
      status.emptyVerifies().forEach(node.putArray("emptyVerifies")::add);
      status.trivialVerifies().forEach(node.putArray("trivialVerifies")::add);
    }
    out.println(JsonLine.of(line));
  }
}
