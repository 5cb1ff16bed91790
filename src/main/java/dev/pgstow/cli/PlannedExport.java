package dev.pgstow.cli;

import dev.pgstow.export.ExportQuestions;
import dev.pgstow.export.ExportRequest;
import dev.pgstow.prompt.Answers;
import dev.pgstow.source.ExportSource;
import dev.pgstow.source.SchemaEntry;
import java.util.List;
import java.util.UUID;

/**
 * Answers, and the export they amount to.
 *
 * @param schemas names of all schemas of the database, chosen or not
 */
record PlannedExport(Answers answers, List<String> schemas, ExportRequest request) {

  /** What the answers amount to; asks the source for the schemas. */
  static PlannedExport of(
      Answers answers, ExportSource source, RequestBuilder builder, boolean includeSecrets) {
    UUID id = UUID.fromString(answers.text(ExportQuestions.DATABASE_ID).orElseThrow());
    List<String> schemas = source.schemas(id).stream().map(SchemaEntry::schemaName).toList();
    return new PlannedExport(answers, schemas, builder.request(answers, schemas, includeSecrets));
  }

  PlannedExport with(ExportRequest other) {
    return new PlannedExport(answers, schemas, other);
  }
}
