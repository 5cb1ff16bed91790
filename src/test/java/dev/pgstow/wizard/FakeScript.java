package dev.pgstow.wizard;

import dev.pgstow.export.ExportResult;
import dev.pgstow.export.StagedExport;
import dev.pgstow.failure.Failure;
import dev.pgstow.progress.Phase;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Choice;
import dev.pgstow.prompt.Question;
import dev.pgstow.prompt.Questionnaire;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The documented questions over made-up databases, with an export that only pretends. */
class FakeScript implements WizardScript {
  final AtomicInteger connections = new AtomicInteger();
  final AtomicBoolean cancelled = new AtomicBoolean();
  final AtomicBoolean committed = new AtomicBoolean();
  final AtomicBoolean closed = new AtomicBoolean();
  final AtomicInteger staged = new AtomicInteger();
  int refuse;
  Answers given = Answers.none();
  Optional<Boolean> overwrite = Optional.empty();
  FakePreview preview = FakePreview.fresh();
  List<Detour> detours = List.of();
  Optional<FakeAfter> after = Optional.of(new FakeAfter());
  long tableMillis;

  /** Holds the export in the middle of its fourth table. */
  CountDownLatch gate = new CountDownLatch(0);

  List<Choice> databases =
      List.of(
          new Choice("demo", "demo", List.of("14 MB")),
          new Choice("shop", "shop", List.of("2.1 GB")),
          new Choice("legacy", "legacy", List.of("870 kB")));
  List<Choice> schemas = schemas("demo-crm", "a8eba4e4");

  static List<Choice> schemas(String name, String id) {
    String internal = name + "-1772181642234-" + id + "-";
    String portable = name.replace('-', '_') + "_";
    return List.of(
        schema(internal + "app-public", portable + "app_public", 14),
        schema(internal + "app-private", portable + "app_private", 3),
        schema(internal + "app-public-v2", portable + "app_public_v_2", 1),
        schema(internal + "status-public", portable + "status_public", 2),
        schema(internal + "jobs", portable + "jobs", 0));
  }

  static Choice schema(String internal, String portable, int tables) {
    return new Choice(
        internal, internal, List.of(portable, tables + (tables == 1 ? " table" : " tables")));
  }

  @Override
  public String title() {
    return "export";
  }

  @Override
  public SourceFields connection() {
    return new ConnectionFields("localhost", "5432", "postgres", "", "prefer");
  }

  @Override
  public List<SourceFields> otherConnections() {
    return List.of(ApiFields.of(""));
  }

  @Override
  public String connect(SourceFields fields) {
    if (connections.incrementAndGet() <= refuse) {
      throw Failure.failed(
          "connection-refused",
          "can't connect to " + fields + ": Connection refused",
          "Is the server running there?");
    }
    return fields + "  PostgreSQL 17.4";
  }

  @Override
  public Questionnaire questionnaire() {
    return new Questionnaire(
        "export",
        List.of(
            new Question.Pick(
                "database",
                "--database",
                "Select a database",
                a -> true,
                a -> databases,
                a -> Optional.empty(),
                a -> Optional.empty(),
                choice -> choice.value().equals("legacy") ? "plain" : "Constructive"),
            new Question.Pick(
                "database-id",
                "--database-id",
                "Select database_id",
                a -> true,
                this::databaseIds,
                a -> Optional.empty(),
                a -> Optional.empty(),
                choice -> ""),
            new Question.Text(
                "author",
                "--author",
                "Project author",
                a -> true,
                a -> "Ada Lovelace <ada@example.com>",
                (a, text) ->
                    text.isBlank() ? Optional.of("An author is needed.") : Optional.empty()),
            name("extension-name", "Extension name"),
            name("meta-extension-name", "Meta extension name"),
            new Question.Tick(
                "schemas",
                "--schemas",
                "Select schema_name(s)",
                a -> true,
                a -> schemas,
                a -> schemas.stream().map(Choice::value).toList(),
                values ->
                    values.isEmpty() ? Optional.of("Tick at least one schema.") : Optional.empty(),
                Optional.of(
                    new Question.Toggle(
                        "keep-unselected",
                        "--keep-unselected",
                        'u',
                        "An unticked schema is left out.",
                        "An unticked schema is kept, under its internal name.")))));
  }

  private List<Choice> databaseIds(Answers answers) {
    return answers.text("database").filter("shop"::equals).isPresent()
        ? List.of(new Choice("7c1", "webshop", List.of("7c1f", "2 schemas", "12 actions")))
        : List.of(
            new Choice("a8e", "demo-crm", List.of("a8eb", "5 schemas", "31 actions")),
            new Choice("b11", "pets", List.of("b11c", "2 schemas", "9 actions")));
  }

  private static Question.Text name(String id, String message) {
    return new Question.Text(
        id,
        "--" + id,
        message,
        a -> true,
        a -> {
          String base =
              a.text("database-id").filter("7c1"::equals).isPresent() ? "webshop" : "demo-crm";
          return id.startsWith("meta") ? a.text("extension-name").orElse(base) + "-service" : base;
        },
        (a, text) ->
            text.matches("[a-z][a-z0-9_-]*")
                ? Optional.empty()
                : Optional.of("A name begins with a letter; then a-z, 0-9, _ and -."));
  }

  @Override
  public Optional<Notice> check(String questionId, Answers answers) {
    return questionId.equals("database")
            && answers.text("database").filter("legacy"::equals).isPresent()
        ? others(questionId, answers)
        : Optional.empty();
  }

  @Override
  public boolean hasOthers(String questionId) {
    return questionId.equals("database");
  }

  @Override
  public Optional<Notice> others(String questionId, Answers answers) {
    String database = answers.text("database").orElseThrow();
    return Optional.of(
        new Notice(
            database + " is not a Constructive database",
            List.of(
                "It has no metaschema_public.database, so there is nothing to export that way."
                    + " What can be done with it instead:"),
            detours));
  }

  @Override
  public Answers given() {
    return given;
  }

  @Override
  public String step(String questionId) {
    return switch (questionId) {
      case "database-id" -> "database_id";
      case "extension-name", "meta-extension-name" -> "names";
      default -> questionId;
    };
  }

  @Override
  public Review review(Answers answers) {
    return new Review(
        List.of(
            line("Database", answers, "database"),
            line("database_id", answers, "database-id"),
            line("Author", answers, "author"),
            line("Extension", answers, "extension-name"),
            line("Meta extension", answers, "meta-extension-name"),
            new Review.Line(
                "Schemas",
                answers.list("schemas").orElse(List.of()).size() + " of " + schemas.size(),
                Optional.of("schemas"))),
        List.of(
            new Review.Line("Writes", "packages/demo-crm  31 changes", Optional.empty()),
            new Review.Line("", "packages/demo-crm-service  32 tables", Optional.empty())),
        List.of("oid columns do not survive a move: app.files.content"),
        List.of(
            new Review.Option(
                "extra-tables", "services_public.apis", "services_public.apis  3 rows", true)));
  }

  private static Review.Line line(String label, Answers answers, String id) {
    return new Review.Line(label, answers.text(id).orElse(""), Optional.of(id));
  }

  @Override
  public String working(Answers answers) {
    return "Exporting " + answers.text("extension-name").orElse("");
  }

  @Override
  public StagedExport stage(Answers answers, ProgressListener listener) {
    staged.incrementAndGet();
    listener.on(new ProgressEvent.PhaseStarted(Phase.SCHEMAS, OptionalLong.of(5)));
    pause(tableMillis);
    listener.on(new ProgressEvent.PhaseFinished(Phase.SCHEMAS, 5, Duration.ofMillis(12)));
    listener.on(new ProgressEvent.PhaseStarted(Phase.ACTIONS, OptionalLong.of(1_284)));
    pause(tableMillis);
    listener.on(new ProgressEvent.PhaseAdvanced(Phase.ACTIONS, 1_284, 2_400_000));
    listener.on(new ProgressEvent.PhaseFinished(Phase.ACTIONS, 1_284, Duration.ofMillis(2_100)));
    Map<String, Long> rows = new LinkedHashMap<>();
    listener.on(new ProgressEvent.PhaseStarted(Phase.METADATA, OptionalLong.of(30)));
    for (int i = 0; i < 30; i++) {
      String table = TABLES.get(i % TABLES.size()) + (i < TABLES.size() ? "" : "_" + i);
      long total = 500L * (i + 1);
      listener.on(
          new ProgressEvent.TableStarted(
              table, i % 5 == 4 ? OptionalLong.empty() : OptionalLong.of(total)));
      for (int step = 1; step <= 10; step++) {
        pause(tableMillis / 10);
        listener.on(new ProgressEvent.TableAdvanced(table, total * step / 10, total * step * 7));
        if (i == 3 && step == 6) {
          waitAtGate();
        }
      }
      listener.on(
          new ProgressEvent.TableFinished(
              table, total, total * 70, Duration.ofMillis(tableMillis)));
      listener.on(new ProgressEvent.PhaseAdvanced(Phase.METADATA, i + 1, 0));
      rows.put(table, total);
    }
    listener.on(new ProgressEvent.PhaseFinished(Phase.METADATA, 30, Duration.ofMillis(3_400)));
    for (Phase phase : List.of(Phase.FILES, Phase.COMPARE)) {
      listener.on(new ProgressEvent.PhaseStarted(phase, OptionalLong.empty()));
      pause(tableMillis);
      listener.on(new ProgressEvent.PhaseFinished(phase, 0, Duration.ofMillis(80)));
    }
    return new Staged(preview, result(rows));
  }

  private static final List<String> TABLES =
      List.of("database", "schema", "table", "field", "index", "trigger_function", "policy");

  private void waitAtGate() {
    try {
      while (!cancelled.get() && !gate.await(5, TimeUnit.MILLISECONDS)) {
        // Waits for the test to go on, or to cancel.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw Failure.failed("cancelled", "interrupted", "");
    }
    if (cancelled.get()) {
      throw Failure.failed("cancelled", "canceling statement due to user request", "");
    }
  }

  private static ExportResult result(Map<String, Long> rows) {
    return new ExportResult(
        Optional.of(
            new ExportResult.Module(
                "demo-crm", Path.of("packages/demo-crm"), 31, 48_213, List.of())),
        new ExportResult.Module(
            "demo-crm-service", Path.of("packages/demo-crm-service"), 30, 912_000, List.of()),
        false,
        rows,
        0,
        0,
        0,
        List.of(),
        new ArrayList<>(),
        Duration.ofMillis(2_100));
  }

  private final class Staged implements StagedExport {
    private final FakePreview preview;
    private final ExportResult result;

    Staged(FakePreview preview, ExportResult result) {
      this.preview = preview;
      this.result = result;
    }

    @Override
    public dev.pgstow.workspace.Preview preview() {
      return preview.preview();
    }

    @Override
    public ExportResult result() {
      return result;
    }

    @Override
    public ExportResult commit() {
      committed.set(true);
      return new ExportResult(
          result.extension(),
          result.service(),
          true,
          result.rows(),
          result.emptyReverts(),
          result.emptyVerifies(),
          result.leftAlone(),
          result.droppedTags(),
          result.warnings(),
          result.elapsed());
    }

    @Override
    public void close() {
      closed.set(true);
    }
  }

  @Override
  public void cancel() {
    cancelled.set(true);
  }

  @Override
  public Optional<Boolean> overwrite() {
    return overwrite;
  }

  @Override
  public Optional<AfterExport> after(Answers answers, ExportResult result) {
    return after.map(it -> it);
  }

  @Override
  public Summary summary(Answers answers, ExportResult result) {
    return new Summary(
        "Exported demo-crm",
        "pgstow export --database demo --database-id demo-crm --author 'Ada Lovelace"
            + " <ada@example.com>' --extension-name demo-crm",
        List.of(
            new Summary.Step(
                "pgstow prove demo-crm", "shows that the modules give the same database"),
            new Summary.Step("pgstow deploy demo-crm-service", "deploys both to a database")));
  }
}
