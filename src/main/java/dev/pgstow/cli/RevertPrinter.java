package dev.pgstow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.migrate.RevertResult;
import dev.pgstow.progress.ProgressText;
import java.io.PrintStream;

/** What a revert did, for a person or as a JSON line. */
record RevertPrinter(PrintStream out, boolean json) {

  void print(RevertResult result, String database) {
    if (json) {
      printJson(result, database);
    } else if (result.reverted().isEmpty()) {
      out.println(
          "Nothing of "
              + Sanitizer.visible(result.module())
              + " to revert in "
              + Sanitizer.visible(database));
    } else {
      out.println(
          "Reverted "
              + ProgressText.count(result.reverted().size(), "change")
              + " of "
              + Sanitizer.visible(result.module())
              + " in "
              + ProgressText.time(result.elapsed()));
      result
          .stillVerified()
          .forEach(it -> out.println("  reverted, but still verified: " + Sanitizer.visible(it)));
    }
  }

  private void printJson(RevertResult result, String database) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("event", "result");
    line.put("database", database).put("module", result.module());
    result.reverted().forEach(line.putArray("reverted")::add);
    result.stillVerified().forEach(line.putArray("stillVerified")::add);
    line.put("milliseconds", result.elapsed().toMillis());
    out.println(JsonLine.of(line));
  }
}
