package dev.pgstow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The result event of a command that only names things. */
final class JsonResult {
  private JsonResult() {}

  /** Such as {@code {"event":"result","recovered":["…"]}}. */
  static String of(String field, List<String> values) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("event", "result");
    values.forEach(line.putArray(field)::add);
    return JsonLine.of(line);
  }
}
