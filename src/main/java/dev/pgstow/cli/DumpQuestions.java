package dev.pgstow.cli;

import dev.pgstow.catalog.SchemaCount;
import dev.pgstow.postgres.Session;
import dev.pgstow.progress.ProgressText;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Choice;
import dev.pgstow.prompt.Question;
import dev.pgstow.prompt.Questionnaire;
import dev.pgstow.workspace.ExtensionName;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What is asked before a database's schema is dumped. */
final class DumpQuestions {
  static final String LAYOUT = "layout";
  static final String OUTPUT = "output";
  static final String MODULE = "module";
  static final String AUTHOR = "author";
  static final String SCHEMAS = "schemas";
  static final String PER_KIND = "per-kind";
  static final String FLAT = "flat";
  static final String PACKAGE = "package";

  /** The ledger tells what is deployed; no module makes it. */
  private static final String LEDGER = "pgpm_migrate";

  private static final int LONGEST = 48;
  private static final List<Choice> LAYOUTS =
      List.of(
          new Choice(PER_KIND, PER_KIND, List.of("one object a file, and load.sql")),
          new Choice(FLAT, FLAT, List.of("one schema.sql")),
          new Choice(PACKAGE, PACKAGE, List.of("a pgpm module: one change an object")));

  private final DetourSite site;
  private final StoppableWork work;
  private volatile List<String> offered = List.of();

  /**
   * Questions about a database.
   *
   * @param work stops what they ask the server
   */
  DumpQuestions(DetourSite site, StoppableWork work) {
    this.site = site;
    this.work = work;
  }

  /** The questions, in order. */
  Questionnaire questionnaire() {
    return new Questionnaire("dump", List.of(layout(), output(), module(), author(), schemas()));
  }

  static boolean isPackage(Answers answers) {
    return answers.text(LAYOUT).filter(PACKAGE::equals).isPresent();
  }

  private static Question layout() {
    return new Question.Pick(
        LAYOUT,
        "--layout",
        "Layout of the files",
        answers -> true,
        answers -> LAYOUTS,
        answers -> Optional.of(PER_KIND),
        answers -> Optional.of(PER_KIND),
        choice -> "");
  }

  private Question output() {
    Predicate<Answers> asked = answers -> !isPackage(answers);
    return new Question.Text(
        OUTPUT,
        "--output",
        "Output folder",
        asked,
        answers -> "schema",
        (answers, text) -> folderProblem(site, text));
  }

  /** What is wrong with a folder's name. */
  static Optional<String> folderProblem(DetourSite site, String text) {
    if (text.isBlank()) {
      return Optional.of("A folder is needed.");
    }
    try {
      Path folder = site.resolve(text);
      if (folder.equals(site.directory())) {
        return Optional.of("A folder of its own is needed, such as schema.");
      }
      return Files.exists(folder) && !Files.isDirectory(folder)
          ? Optional.of("That is a file.")
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.of("That can't be a folder's name.");
    }
  }

  private Question module() {
    return new Question.Text(
        MODULE,
        "--module",
        "Module name",
        DumpQuestions::isPackage,
        answers -> legalName(site.database()),
        (answers, text) -> ExtensionName.problem(text).map(it -> "The name " + it + "."));
  }

  private static String legalName(String database) {
    String legal =
        database.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-").replaceAll("^[^a-z]+", "");
    String cut = legal.substring(0, Math.min(LONGEST, legal.length())).replaceAll("-+$", "");
    return cut.isEmpty() ? "database" : cut;
  }

  private Question author() {
    return new Question.Text(
        AUTHOR,
        "--author",
        "Author",
        DumpQuestions::isPackage,
        answers -> site.author().author(),
        (answers, text) ->
            text.isBlank() || text.codePoints().anyMatch(Character::isISOControl)
                ? Optional.of("The author must be one line, and not empty.")
                : Optional.empty());
  }

  private Question schemas() {
    return new Question.Tick(
        SCHEMAS,
        "--exclude-schemas",
        "Schemas",
        answers -> true,
        this::choices,
        answers -> offered,
        ticked ->
            ticked.isEmpty() && !offered.isEmpty()
                ? Optional.of("Tick at least one schema.")
                : Optional.empty(),
        Optional.empty());
  }

  private List<Choice> choices(Answers answers) {
    work.begin();
    List<SchemaCount> counts;
    try (Session session = site.databases().connect(site.database())) {
      counts = work.during(session::close, () -> SchemaCount.of(session));
    }
    List<SchemaCount> offers =
        counts.stream().filter(it -> !isPackage(answers) || !it.name().equals(LEDGER)).toList();
    offered = offers.stream().map(SchemaCount::name).toList();
    return offers.stream().map(DumpQuestions::choice).toList();
  }

  private static Choice choice(SchemaCount schema) {
    return new Choice(
        schema.name(),
        schema.name(),
        List.of(
            "",
            ProgressText.count(schema.tables(), "table"),
            ProgressText.count(schema.views(), "view"),
            ProgressText.count(schema.routines(), "routine")));
  }

  /** How many schemas were offered. */
  int offered() {
    return offered.size();
  }

  /** The schemas that were left unticked. */
  List<String> excluded(Answers answers) {
    List<String> ticked = answers.list(SCHEMAS).orElse(offered);
    return offered.stream().filter(name -> !ticked.contains(name)).toList();
  }
}
