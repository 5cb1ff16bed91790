package dev.pgstow.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A snapshot that rows were read in.
 *
 * @param id as {@code pg_export_snapshot} gave it
 * @param lsn where the write-ahead log was when it was taken, or shortly after
 */
record Moment(String id, String lsn, Instant at, String server) {
  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id)
        .put("lsn", lsn)
        .put("at", at.toString())
        .put("server", server);
  }

  static Moment of(JsonNode node) {
    return new Moment(
        node.path("id").asText(),
        node.path("lsn").asText(),
        Instant.parse(node.path("at").asText()),
        node.path("server").asText());
  }
}
