package dev.pgstow.cli;

import dev.pgstow.progress.ProgressListener;
import dev.pgstow.progress.ProgressText;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Questionnaire;
import dev.pgstow.rows.ByteaText;
import dev.pgstow.rows.Compression;
import dev.pgstow.rows.DataExport;
import dev.pgstow.rows.DataFormat;
import dev.pgstow.rows.DataPlan;
import dev.pgstow.rows.DataRequest;
import dev.pgstow.rows.DataResult;
import dev.pgstow.rows.EarlierExport;
import dev.pgstow.rows.FileForm;
import dev.pgstow.rows.PlannedTable;
import dev.pgstow.rows.TableChoice;
import dev.pgstow.rows.TableName;
import dev.pgstow.rows.TablePattern;
import dev.pgstow.wizard.Ask;
import dev.pgstow.wizard.Detour;
import dev.pgstow.wizard.Outcome;
import dev.pgstow.wizard.Review;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Exports a database's rows to JSON files, as {@code pgstow data}. */
final class DataDetour implements Detour {
  private static final String RESUME = "resume";

  private final DetourSite site;
  private final Function<Outcome, Outcome> told;
  private final StoppableWork work = new StoppableWork();
  private final DataQuestions questions;

  /**
   * An export of data.
   *
   * @param told is handed what came of it
   */
  DataDetour(DetourSite site, Function<Outcome, Outcome> told) {
    this.site = site;
    this.told = told;
    this.questions =
        new DataQuestions(
            site, () -> plan(request(Answers.none(), List.of(), DataRequest.Start.FRESH)));
  }

  @Override
  public Words words() {
    return new Words(
        "Export its table data",
        "rows to JSON files, all as of one moment",
        "Export data",
        "data",
        "Export the data",
        new AtWork(
            "Exporting the data of " + site.database(),
            "looking at the tables",
            "A table that is finished stays; an export can be gone on with.",
            "Stop? Tables that are finished stay."));
  }

  @Override
  public Questionnaire questionnaire() {
    return questions.questionnaire();
  }

  private DataPlan plan(DataRequest request) {
    work.begin();
    DataExport export = new DataExport(site.databases(), site.clock());
    return work.during(export::cancel, () -> export.plan(request));
  }

  private DataRequest request(Answers answers, List<String> tables, DataRequest.Start start) {
    TableChoice choice =
        new TableChoice(
            tables.stream().map(TablePattern::parse).toList(),
            List.of(),
            DataOptions.LARGE.stream().map(TablePattern::parse).toList(),
            false,
            false,
            TableChoice.DEFAULT_THRESHOLD,
            Map.of());
    DataFormat format =
        answers.text(DataQuestions.FORMAT).map(DataFormat::of).orElse(DataFormat.JSON);
    return new DataRequest(
        site.database(),
        folder(answers),
        choice,
        new FileForm(format, Compression.NONE, ByteaText.HEX, false),
        1,
        start);
  }

  private Path folder(Answers answers) {
    return site.resolve(answers.text(DataQuestions.FOLDER).orElse("."));
  }

  @Override
  public Review review(Answers answers) {
    List<String> chosen = questions.chosen(answers);
    DataPlan plan = plan(request(answers, chosen, DataRequest.Start.FRESH));
    int all = questions.offered();
    List<Review.Line> lines = site.reviewed();
    lines.add(
        new Review.Line(
            "tables",
            (chosen.isEmpty() ? all : chosen.size()) + " of " + all,
            Optional.of(DataQuestions.TABLES)));
    lines.add(DetourSite.line("folder", DataQuestions.FOLDER, answers));
    lines.add(DetourSite.line("format", DataQuestions.FORMAT, answers));
    List<Review.Line> outputs = new ArrayList<>();
    for (PlannedTable table : plan.tables()) {
      String amount =
          DataQuestions.rows(table)
              + ", "
              + ProgressText.size(table.bytes())
              + ", "
              + table.method().label();
      outputs.add(new Review.Line(table.file(), amount, Optional.empty()));
    }
    EarlierExport earlier = DataExport.earlier(folder(answers));
    return new Review(
        lines,
        outputs,
        warnings(plan, answers, earlier),
        earlier == EarlierExport.UNFINISHED
            ? List.of(
                new Review.Option(
                    RESUME, "true", "go on with the tables finished earlier", resumes(answers)))
            : List.of());
  }

  private static boolean resumes(Answers answers) {
    return answers.list(RESUME).map(values -> !values.isEmpty()).orElse(true);
  }

  private List<String> warnings(DataPlan plan, Answers answers, EarlierExport earlier) {
    List<String> warnings = new ArrayList<>();
    String folder = site.shown(folder(answers));
    switch (earlier) {
      case FINISHED ->
          warnings.add("There is a finished export in " + folder + "; you are asked about it.");
      case UNFINISHED -> warnings.add("There is an unfinished export in " + folder + ".");
      case NONE -> {}
    }
    plan.cycles()
        .forEach(
            cycle ->
                warnings.add(
                    "Reference one another, load with constraints deferred: " + names(cycle)));
    if (!plan.leftOut().isEmpty()) {
      warnings.add(
          "Schemas that Supabase manages are left out: " + String.join(", ", plan.leftOut()));
    }
    return warnings;
  }

  static String names(List<TableName> names) {
    return names.stream().map(TableName::toString).collect(Collectors.joining(", "));
  }

  @Override
  public Optional<Ask> before(Answers answers) {
    if (DataExport.earlier(folder(answers)) != EarlierExport.FINISHED) {
      return Optional.empty();
    }
    return Optional.of(
        new Ask.YesNo(
            "Replace the export in " + site.shown(folder(answers)) + "?",
            List.of("There is a finished export; its files go before new ones are written."),
            false));
  }

  @Override
  public Staged stage(Answers answers, ProgressListener listener) {
    work.begin();
    Path folder = folder(answers);
    DataRequest.Start start =
        switch (DataExport.earlier(folder)) {
          case FINISHED -> DataRequest.Start.REPLACE;
          case UNFINISHED -> resumes(answers) ? DataRequest.Start.RESUME : DataRequest.Start.FRESH;
          case NONE -> DataRequest.Start.FRESH;
        };
    List<String> chosen = questions.chosen(answers);
    DataRequest request = request(answers, chosen, start);
    DataExport export = new DataExport(site.databases(), site.clock());
    DataResult result = work.during(export::cancel, () -> export.run(request, listener));
    return new DoneAtOnce(
        () -> told.apply(new DataOutcome(site, chosen, request.form()).of(result)));
  }

  @Override
  public void cancel() {
    work.cancel();
  }
}
