package dev.pgstow.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tables as journal and metadata have them. */
final class DataJson {
  private static final double NANOS = 1e9;

  private DataJson() {}

  static ObjectNode of(ExportedTable table) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("schema", table.name().schema()).put("table", table.name().name());
    node.put("file", table.file()).put("rows", table.rows()).put("bytes", table.bytes());
    node.put("sha256", table.sha256()).put("method", table.method().label());
    node.put("seconds", Math.round(table.elapsed().toNanos() / NANOS * 1000) / 1000.0);
    node.put("snapshot", table.snapshot());
    if (!table.where().isEmpty()) {
      node.put("where", table.where());
    }
    ArrayNode columns = node.putArray("columns");
    for (ExportedColumn column : table.columns()) {
      ObjectNode it = columns.addObject().put("name", column.name()).put("type", column.type());
      if (column.generated()) {
        it.put("generated", true);
      }
      if (column.inexact() > 0) {
        it.put("inexact", column.inexact());
      }
    }
    return node;
  }

  static ExportedTable table(JsonNode node) {
    List<ExportedColumn> columns = new ArrayList<>();
    for (JsonNode column : node.path("columns")) {
      columns.add(
          new ExportedColumn(
              column.path("name").asText(),
              column.path("type").asText(),
              column.path("generated").asBoolean(),
              column.path("inexact").asLong()));
    }
    return new ExportedTable(
        new TableName(node.path("schema").asText(), node.path("table").asText()),
        node.path("file").asText(),
        node.path("rows").asLong(),
        node.path("bytes").asLong(),
        node.path("sha256").asText(),
        node.path("method").asText().equals(ReadMethod.SMALL.label())
            ? ReadMethod.SMALL
            : ReadMethod.STREAMING,
        Duration.ofMillis(Math.round(node.path("seconds").asDouble() * 1000)),
        node.path("snapshot").asText(),
        node.path("where").asText(""),
        columns);
  }
}
