package dev.pgstow.cli;

import dev.pgstow.failure.Failure;
import dev.pgstow.rows.ByteaText;
import dev.pgstow.rows.Compression;
import dev.pgstow.rows.DataFormat;
import dev.pgstow.rows.DataRequest;
import dev.pgstow.rows.FileForm;
import dev.pgstow.rows.TableChoice;
import dev.pgstow.rows.TablePattern;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The flags that say which rows are exported, and as what. */
final class DataOptions {
  /** Tables that are always streamed, if nothing else is said. */
  static final List<String> LARGE = List.of("sensor_readings", "event_logs", "alerts");

  private static final int MOST_JOBS = 64;

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      description = "Only this table, as users or app.users. Repeatable.")
  private List<String> tables = List.of();

  @Option(
      names = "--schemas",
      paramLabel = "NAME",
      split = ",",
      description = "Only tables of these schemas. Comma separated or repeated.")
  private List<String> schemas = List.of();

  @Option(
      names = "--large-table",
      paramLabel = "TABLE",
      description = "A table that is always streamed. Repeatable (default: ${DEFAULT-VALUE}).")
  private List<String> largeTables = LARGE;

  @Option(names = "--skip-large", description = "Leave out the tables named large.")
  private boolean skipLarge;

  @Option(names = "--skip-auth", description = "Leave out Supabase's auth.users.")
  private boolean skipAuth;

  @Option(
      names = "--streaming-threshold",
      paramLabel = "ROWS",
      description = "Stream tables with more rows (default: ${DEFAULT-VALUE}).")
  private long threshold = TableChoice.DEFAULT_THRESHOLD;

  @Option(
      names = "--where",
      paramLabel = "TABLE=CONDITION",
      description = "Only the rows of a table that meet an SQL condition. Repeatable.")
  private List<String> where = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Choices.Formats.class,
      description = "json: an array; ndjson: an object a line (default: ${DEFAULT-VALUE}).")
  private String format = "json";

  @Option(names = "--gzip", description = "Compress the files with gzip.")
  private boolean gzip;

  @Option(names = "--zstd", description = "Compress the files with Zstandard.")
  private boolean zstd;

  @Option(
      names = "--bytea",
      paramLabel = "HOW",
      completionCandidates = Choices.ByteaForms.class,
      description = "hex or base64 (default: ${DEFAULT-VALUE}).")
  private String bytea = "hex";

  @Option(
      names = "--exact",
      description = "Wrap what plain JSON loses: JSON null, array bounds other than 1.")
  private boolean exact;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Connections that read (default: ${DEFAULT-VALUE}).")
  private int jobs = 1;

  DataRequest request(String database, Path directory, DataRequest.Start start) {
    if (jobs < 1 || jobs > MOST_JOBS) {
      throw Failure.usage(
          "jobs-invalid", "--jobs takes 1 to " + MOST_JOBS + ", not " + jobs + ".", "");
    }
    if (threshold < 0) {
      throw Failure.usage("threshold-invalid", "--streaming-threshold can't be negative.", "");
    }
    TableChoice choice =
        new TableChoice(
            tables.stream().map(TablePattern::parse).toList(),
            schemas,
            largeTables.stream().map(TablePattern::parse).toList(),
            skipLarge,
            skipAuth,
            threshold,
            conditions());
    FileForm form = new FileForm(DataFormat.of(format), compression(), ByteaText.of(bytea), exact);
    return new DataRequest(database, directory, choice, form, jobs, start);
  }

  private Compression compression() {
    if (gzip && zstd) {
      throw Failure.usage(
          "compression-twice", "--gzip and --zstd exclude each other.", "Give one.");
    }
    return gzip ? Compression.GZIP : zstd ? Compression.ZSTD : Compression.NONE;
  }

  private Map<TablePattern, String> conditions() {
    Map<TablePattern, String> conditions = new LinkedHashMap<>();
    for (String it : where) {
      int equals = it.indexOf('=');
      if (equals < 1) {
        throw Failure.usage(
            "where-invalid",
            "--where takes TABLE=CONDITION, not " + it + ".",
            "Such as --where \"orders=created_at >= '2026-01-01'\".");
      }
      TablePattern table = TablePattern.parse(it.substring(0, equals).strip());
      if (conditions.put(table, it.substring(equals + 1).strip()) != null) {
        throw Failure.usage(
            "where-twice", "There are two conditions for " + table + ".", "Join them with AND.");
      }
    }
    return conditions;
  }
}
