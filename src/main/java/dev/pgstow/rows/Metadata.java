package dev.pgstow.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.workspace.DiskFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What {@code metadata.json} says, as far as it is read again.
 *
 * @param at when the export ended
 * @param options what it was asked for, as {@link #options(DataRequest)}
 */
record Metadata(
    Instant at,
    DataFormat format,
    Compression compression,
    JsonNode options,
    List<ExportedTable> tables) {
  private static final int VERSION = 1;
  private static final List<String> OPTIONS =
      List.of("database", "format", "compression", "bytea", "exact", "choice");

  /** What an export was asked for, as far as its files depend on it. */
  static ObjectNode options(DataRequest request) {
    FileForm form = request.form();
    ObjectNode node = new JsonMapper().createObjectNode();
    node.put("database", request.database());
    node.put("format", form.format().label()).put("compression", form.compression().label());
    node.put("bytea", form.bytea().label()).put("exact", form.exact());
    node.set("choice", choice(request.choice()));
    return node;
  }

  private static ObjectNode choice(TableChoice choice) {
    ObjectNode node = new JsonMapper().createObjectNode();
    names(node, "tables", choice.tables());
    choice.schemas().stream().sorted().forEach(node.putArray("schemas")::add);
    names(node, "largeTables", choice.large());
    node.put("skipLarge", choice.skipLarge()).put("skipAuth", choice.skipAuth());
    if (choice.skipLarge()) {
      node.put("threshold", choice.threshold());
    }
    ObjectNode where = node.putObject("where");
    new TreeMap<>(
            choice.where().entrySet().stream()
                .collect(Collectors.toMap(it -> it.getKey().toString(), Map.Entry::getValue)))
        .forEach(where::put);
    return node;
  }

  private static void names(ObjectNode node, String key, List<TablePattern> tables) {
    tables.stream().map(TablePattern::toString).sorted().forEach(node.putArray(key)::add);
  }

  /** The file of a finished export. */
  static byte[] file(
      DataRequest request,
      List<Moment> moments,
      DataPlan plan,
      List<ExportedTable> tables,
      Instant at) {
    ObjectNode node = new JsonMapper().createObjectNode();
    node.put("version", VERSION);
    node.setAll(options(request));
    node.put("finishedAt", at.toString());
    ArrayNode snapshots = node.putArray("snapshots");
    moments.forEach(it -> snapshots.add(it.json()));
    ArrayNode array = node.putArray("tables");
    tables.forEach(it -> array.add(DataJson.of(it)));
    ArrayNode cycles = node.putArray("cycles");
    for (List<TableName> cycle : plan.cycles()) {
      ArrayNode names = cycles.addArray();
      cycle.forEach(it -> names.add(it.toString()));
    }
    ArrayNode skipped = node.putArray("skipped");
    plan.skipped().forEach(it -> skipped.add(it.toString()));
    plan.leftOut().forEach(node.putArray("schemasLeftOut")::add);
    node.putObject("totals")
        .put("tables", tables.size())
        .put("rows", tables.stream().mapToLong(ExportedTable::rows).sum())
        .put("bytes", tables.stream().mapToLong(ExportedTable::bytes).sum());
    return (node.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads it.
   *
   * @throws Failure {@code export-incomplete} if it is not there, {@code metadata-malformed}
   */
  static Metadata read(Path directory) {
    Path file = directory.resolve(FileNames.METADATA);
    if (!Files.exists(file)) {
      throw new Failure(
          ExitCode.VERIFICATION,
          "export-incomplete",
          "There is no " + FileNames.METADATA + " in " + directory + ", so no finished export.",
          "An unfinished one is gone on with by pgstow data --resume.",
          null);
    }
    try {
      JsonNode node = new JsonMapper().readTree(Files.readAllBytes(file));
      List<ExportedTable> tables = new ArrayList<>();
      node.path("tables").forEach(it -> tables.add(DataJson.table(it)));
      if (!node.path("tables").isArray()
          || tables.stream().anyMatch(it -> !DataFolder.isOneName(it.file()))) {
        throw malformed(file);
      }
      String compression = node.path("compression").asText();
      return new Metadata(
          Instant.parse(node.path("finishedAt").asText()),
          DataFormat.of(node.path("format").asText()),
          Arrays.stream(Compression.values())
              .filter(it -> it.label().equals(compression))
              .findFirst()
              .orElseThrow(() -> malformed(file)),
          node.isObject() ? ((ObjectNode) node).retain(OPTIONS) : node,
          tables);
    } catch (JsonProcessingException | DateTimeException e) {
      throw malformed(file);
    } catch (IOException e) {
      throw DiskFailure.of(e, "read", file);
    }
  }

  private static Failure malformed(Path file) {
    return new Failure(
        ExitCode.VERIFICATION,
        "metadata-malformed",
        file + " is not what pgstow data writes.",
        "Export again, to another directory.",
        null);
  }
}
