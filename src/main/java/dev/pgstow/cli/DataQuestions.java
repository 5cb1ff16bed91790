package dev.pgstow.cli;

import dev.pgstow.progress.ProgressText;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Choice;
import dev.pgstow.prompt.Question;
import dev.pgstow.prompt.Questionnaire;
import dev.pgstow.rows.DataPlan;
import dev.pgstow.rows.PlannedTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is asked before table data is exported. */
final class DataQuestions {
  static final String TABLES = "tables";
  static final String FOLDER = "folder";
  static final String FORMAT = "format";

  private final DetourSite site;
  private final Supplier<DataPlan> plan;
  private volatile List<String> offered = List.of();

  /**
   * Questions about a database.
   *
   * @param plan looks at all tables; asks the server
   */
  DataQuestions(DetourSite site, Supplier<DataPlan> plan) {
    this.site = site;
    this.plan = plan;
  }

  /** The questions, in order. */
  Questionnaire questionnaire() {
    return new Questionnaire("data", List.of(tables(), folder(), format()));
  }

  private Question tables() {
    return new Question.Tick(
        TABLES,
        "--table",
        "Tables",
        answers -> true,
        answers -> choices(),
        answers -> offered,
        ticked -> ticked.isEmpty() ? Optional.of("Tick at least one table.") : Optional.empty(),
        Optional.empty());
  }

  private List<Choice> choices() {
    List<PlannedTable> tables = plan.get().tables();
    offered = tables.stream().map(table -> table.name().toString()).toList();
    return tables.stream().map(DataQuestions::choice).toList();
  }

  private static Choice choice(PlannedTable table) {
    String name = table.name().toString();
    return new Choice(
        name,
        name,
        List.of(
            "",
            rows(table),
            ProgressText.size(table.bytes()),
            table.users() ? "without secrets" : table.method().label()));
  }

  /** {@code ~12,000 rows}. */
  static String rows(PlannedTable table) {
    return (table.estimated() ? "~" : "") + ProgressText.count(table.rows(), "row");
  }

  private Question folder() {
    return new Question.Text(
        FOLDER,
        "--output-dir",
        "Output folder",
        answers -> true,
        answers -> "migration-data",
        (answers, text) -> DumpQuestions.folderProblem(site, text));
  }

  private static Question format() {
    return new Question.Pick(
        FORMAT,
        "--format",
        "Format of the files",
        answers -> true,
        answers ->
            List.of(
                new Choice("json", "json", List.of("an array of objects, a row a line")),
                new Choice("ndjson", "ndjson", List.of("an object a line, for streaming"))),
        answers -> Optional.of("json"),
        answers -> Optional.of("json"),
        choice -> "");
  }

  /** How many tables were offered. */
  int offered() {
    return offered.size();
  }

  /** The tables that were ticked; empty if that is all of them. */
  List<String> chosen(Answers answers) {
    List<String> ticked = answers.list(TABLES).orElse(offered);
    return ticked.containsAll(offered) ? List.of() : ticked;
  }
}
