package dev.pgstow.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.migrate.ScriptError;
import dev.pgstow.migrate.VerifyResult;
import dev.pgstow.progress.ProgressText;
import java.io.PrintStream;

/** What verifying found, for a person or as a JSON line. What failed is told as a failure. */
record VerifyPrinter(PrintStream out, boolean json) {

  /**
   * Prints.
   *
   * @param event the JSON line's {@code event}
   */
  void print(VerifyResult result, String event) {
    if (json) {
      printJson(result, event);
      return;
    }
    out.println(
        "Verified "
            + ProgressText.count(result.passed(), "change")
            + " in "
            + ProgressText.time(result.elapsed()));
    if (!result.unchecked().isEmpty()) {
      out.println(
          "  "
              + ProgressText.count(result.unchecked().size())
              + " of them by a script that checks nothing");
    }
  }

  private void printJson(VerifyResult result, String event) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("event", event);
    line.put("passed", result.passed());
    result.unchecked().forEach(line.putArray("unchecked")::add);
    ArrayNode failed = line.putArray("failed");
    for (ScriptError error : result.failures()) {
      ObjectNode node = failed.addObject();
      node.put("module", error.module()).put("change", error.change());
      node.put("file", error.file().toString()).put("line", error.line());
      node.put("sqlState", error.sqlState()).put("message", error.message());
    }
    line.put("milliseconds", result.elapsed().toMillis());
    out.println(JsonLine.of(line));
  }
}
