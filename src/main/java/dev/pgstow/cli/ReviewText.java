package dev.pgstow.cli;

import dev.pgstow.export.ExportQuestions;
import dev.pgstow.export.ExportRequest;
import dev.pgstow.export.ExportSurvey;
import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.progress.ProgressText;
import dev.pgstow.prompt.Answers;
import dev.pgstow.wizard.Review;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An export's review: the answers, what will be written, what to think about first. */
final class ReviewText {
  private final Workspace workspace;
  private final Origin origin;
  private final ExportOptions options;
  private final String undocumented;

  /**
   * Reviews of exports.
   *
   * @param undocumented id of the answer that holds the undocumented tables taken in
   */
  ReviewText(Workspace workspace, Origin origin, ExportOptions options, String undocumented) {
    this.workspace = workspace;
    this.origin = origin;
    this.options = options;
    this.undocumented = undocumented;
  }

  /**
   * The review.
   *
   * @param name the exported database's
   */
  Review review(PlannedExport plan, String name, ExportSurvey survey) {
    Answers answers = plan.answers();
    ExportRequest request = plan.request();
    return new Review(
        lines(answers, name, plan.schemas()),
        outputs(request, survey),
        warnings(request, survey),
        tables(answers, survey));
  }

  private List<Review.Line> lines(Answers answers, String name, List<String> schemas) {
    List<Review.Line> lines = new ArrayList<>();
    if (origin instanceof ApiOrigin api) {
      lines.add(new Review.Line("endpoint", api.location(), Optional.empty()));
      lines.add(new Review.Line("migrate endpoint", api.migrateLocation(), Optional.empty()));
    } else {
      lines.add(new Review.Line("server", origin.location(), Optional.empty()));
      line(lines, answers, "database", ExportQuestions.DATABASE);
    }
    String id = answers.text(ExportQuestions.DATABASE_ID).orElse("");
    lines.add(
        new Review.Line("database_id", name + "  " + id, Optional.of(ExportQuestions.DATABASE_ID)));
    line(lines, answers, "author", ExportQuestions.AUTHOR);
    line(lines, answers, "extension", ExportQuestions.EXTENSION_NAME);
    line(lines, answers, "meta extension", ExportQuestions.META_EXTENSION_NAME);
    List<String> chosen = answers.list(ExportQuestions.SCHEMAS).orElse(schemas);
    boolean all = chosen.containsAll(schemas);
    lines.add(
        new Review.Line(
            "schemas",
            chosen.size()
                + " of "
                + schemas.size()
                + (all
                    ? ""
                    : answers.isOn(ExportQuestions.KEEP_UNSELECTED)
                        ? ", the others under their internal names"
                        : ", the others left out"),
            Optional.of(ExportQuestions.SCHEMAS)));
    return lines;
  }

  private static void line(
      List<Review.Line> lines, Answers answers, String label, String question) {
    lines.add(new Review.Line(label, answers.text(question).orElse(""), Optional.of(question)));
  }

  private List<Review.Line> outputs(ExportRequest request, ExportSurvey survey) {
    List<Review.Line> outputs = new ArrayList<>();
    if (survey.actions().orElse(0) > 0) {
      outputs.add(
          new Review.Line(
              shown(request.outdir().resolve(request.extensionName())),
              ProgressText.count(survey.actions().getAsLong(), "action"),
              Optional.empty()));
    }
    long rows = survey.tables().stream().mapToLong(MetadataTable::rows).sum();
    outputs.add(
        new Review.Line(
            shown(request.serviceOutdir().resolve(request.metaExtensionName())),
            ProgressText.count(rows, "row")
                + " of "
                + ProgressText.count(survey.tables().size(), "table"),
            Optional.empty()));
    return outputs;
  }

  private List<String> warnings(ExportRequest request, ExportSurvey survey) {
    List<String> warnings = new ArrayList<>(origin.warnings());
    workspace.coverageWarning(request.outdir()).ifPresent(warnings::add);
    if (!request.serviceOutdir().equals(request.outdir())) {
      workspace.coverageWarning(request.serviceOutdir()).ifPresent(warnings::add);
    }
    if (survey.actions().orElse(0) == 0) {
      String none = "There are no actions: only the service module is exported.";
      if (!warnings.contains(ApiOrigin.ONLY_SERVICE)) {
        warnings.add(none);
      }
    }
    warnings.addAll(survey.warnings());
    if (!survey.secretColumns().isEmpty() && !options.includeSecrets) {
      warnings.add(
          "Columns that look like secrets have values: "
              + String.join(", ", survey.secretColumns())
              + ". You are asked before they are written.");
    }
    return warnings;
  }

  private List<Review.Option> tables(Answers answers, ExportSurvey survey) {
    Optional<List<String>> included = answers.list(undocumented);
    return survey.undocumented().stream()
        .map(
            table ->
                new Review.Option(
                    undocumented,
                    table.label(),
                    table.label() + "  " + ProgressText.count(table.rows(), "row"),
                    included.map(tables -> tables.contains(table.label())).orElse(true)))
        .toList();
  }

  private String shown(Path path) {
    return path.startsWith(workspace.root())
        ? workspace.root().relativize(path).toString()
        : path.toString();
  }
}
