package dev.pgstow.cli;

import dev.pgstow.export.ExportEngine;
import dev.pgstow.export.ExportQuestions;
import dev.pgstow.export.ExportRequest;
import dev.pgstow.export.ExportResult;
import dev.pgstow.export.ExportSurvey;
import dev.pgstow.export.StagedExport;
import dev.pgstow.export.Surveyor;
import dev.pgstow.failure.Failure;
import dev.pgstow.install.Installed;
import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Confirmation;
import dev.pgstow.prompt.Questionnaire;
import dev.pgstow.source.DatabaseEntry;
import dev.pgstow.source.ExportSource;
import dev.pgstow.wizard.AfterExport;
import dev.pgstow.wizard.Notice;
import dev.pgstow.wizard.Review;
import dev.pgstow.wizard.SourceFields;
import dev.pgstow.wizard.Summary;
import dev.pgstow.wizard.WizardScript;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the wizard asks and does for an export. */
final class ExportScript implements WizardScript, AutoCloseable {
  private static final String UNDOCUMENTED = "undocumented-tables";

  private final Surroundings surroundings;
  private final GlobalOptions global;
  private final ExportOptions options;
  private final Workspace workspace;
  private final Path packages;
  private final RememberedAnswers memory;
  private final Detours detours;
  private final SourceDoor door;
  private volatile Optional<PlannedExport> exported = Optional.empty();
  private volatile List<String> missing = List.of();
  private Optional<List<Installed>> installed = Optional.empty();
  private Optional<AfterScript> after = Optional.empty();

  ExportScript(
      Surroundings surroundings,
      GlobalOptions global,
      ExportOptions options,
      Workspace workspace,
      RememberedAnswers memory,
      SourceDoor.Given given,
      Detours detours) {
    this.surroundings = surroundings;
    this.global = global;
    this.options = options;
    this.workspace = workspace;
    this.packages = workspace.root().resolve("packages");
    this.memory = memory;
    this.detours = detours;
    this.door =
        new SourceDoor(
            given,
            new GitAuthor(global.directory(surroundings), surroundings.user()),
            memory::recall);
  }

  @Override
  public String title() {
    return "export";
  }

  @Override
  public SourceFields connection() {
    return door.first();
  }

  @Override
  public List<SourceFields> otherConnections() {
    return List.of(door.second());
  }

  @Override
  public Doubts doubts() {
    return ApiConnectionForm::doubts;
  }

  @Override
  public String connect(SourceFields fields) {
    return door.connect(fields);
  }

  @Override
  public Questionnaire questionnaire() {
    Questionnaire all = new ExportQuestions(door.world()).questionnaire();
    return door.origin() instanceof ServerOrigin
        ? all
        : new Questionnaire(
            all.title(),
            all.questions().stream()
                .filter(question -> !question.id().equals(ExportQuestions.DATABASE))
                .toList());
  }

  @Override
  public Answers given() {
    return options.answers(door.origin().database());
  }

  /** An API stands for its database; that of a server is no answer of another's. */
  @Override
  public Answers carriedOver(Answers answers) {
    String id = ExportQuestions.DATABASE;
    boolean given = answers.origin(id).filter(Answers.Origin.FLAG::equals).isPresent();
    return given || door.origin() instanceof ApiOrigin
        ? door.origin()
            .database()
            .map(name -> answers.with(id, name, Answers.Origin.FLAG))
            .orElseGet(() -> answers.without(id))
        : answers;
  }

  @Override
  public String step(String questionId) {
    return switch (questionId) {
      case ExportQuestions.DATABASE_ID -> "database_id";
      case ExportQuestions.EXTENSION_NAME, ExportQuestions.META_EXTENSION_NAME -> "names";
      default -> questionId;
    };
  }

  @Override
  public Optional<Notice> check(String questionId, Answers answers) {
    if (!questionId.equals(ExportQuestions.DATABASE)) {
      return Optional.empty();
    }
    String database = answers.text(ExportQuestions.DATABASE).orElseThrow();
    return switch (door.world().kind(database)) {
      case ServerWorld.CONSTRUCTIVE -> Optional.empty();
      case ServerWorld.PLAIN -> Optional.of(detours.ofPlain(site(database)));
      default -> refusal(database);
    };
  }

  @Override
  public boolean hasOthers(String questionId) {
    return questionId.equals(ExportQuestions.DATABASE) && door.origin() instanceof ServerOrigin;
  }

  @Override
  public Optional<Notice> others(String questionId, Answers answers) {
    String database = answers.text(ExportQuestions.DATABASE).orElseThrow();
    if (!door.world().kind(database).equals(ServerWorld.CONSTRUCTIVE)) {
      return check(questionId, answers);
    }
    return Optional.of(detours.ofConstructive(site(database)));
  }

  private DetourSite site(String database) {
    Path directory = global.directory(surroundings);
    return new DetourSite(
        directory,
        global.place(),
        new GitAuthor(directory, surroundings.user()),
        workspace,
        door.settings(),
        database,
        Clock.systemUTC());
  }

  /** Why a database can't be looked into, in the server's words; empty if it can after all. */
  private Optional<Notice> refusal(String database) {
    try {
      door.world().source(database);
      return Optional.empty();
    } catch (Failure failure) {
      return Optional.of(notice("No access to " + database, String.valueOf(failure.getMessage())));
    }
  }

  private static Notice notice(String title, String why) {
    return new Notice(title, List.of(why, "Choose another database from the list."));
  }

  @Override
  public Review review(Answers answers) {
    PlannedExport plan = plan(answers);
    ExportSurvey survey = new Surveyor().survey(plan.request(), source(answers), false);
    return new ReviewText(workspace, door.origin(), options, UNDOCUMENTED)
        .review(plan, databaseName(answers), survey);
  }

  private String databaseName(Answers answers) {
    String id = answers.text(ExportQuestions.DATABASE_ID).orElseThrow();
    return source(answers).databases().stream()
        .filter(entry -> entry.id().toString().equals(id))
        .map(DatabaseEntry::name)
        .findFirst()
        .orElse("");
  }

  @Override
  public List<Confirmation> confirmations(Answers answers) {
    ExportRequest request = plan(answers).request();
    ExportSurvey survey = new Surveyor().survey(request, source(answers), true);
    List<Confirmation> questions = new ArrayList<>();
    if (!survey.secretColumns().isEmpty() && !options.includeSecrets) {
      questions.add(
          YesNo.includeSecrets(
              "Columns that look like secrets have values: "
                  + String.join(", ", survey.secretColumns())
                  + "."));
    }
    missing =
        new MissingModulesStep(surroundings, workspace, global.json)
            .missing(
                survey.requires(), Set.of(request.extensionName(), request.metaExtensionName()));
    if (!missing.isEmpty() && !options.installModules) {
      questions.add(YesNo.installModules(missing));
    }
    return questions;
  }

  @Override
  public String working(Answers answers) {
    return "Exporting " + answers.text(ExportQuestions.EXTENSION_NAME).orElse("");
  }

  @Override
  public StagedExport stage(Answers answers, ProgressListener listener) {
    PlannedExport plan = plan(answers);
    exported = Optional.of(plan);
    return new ExportEngine().stage(plan.request(), source(answers), listener);
  }

  @Override
  public void cancel() {
    door.cancel();
  }

  @Override
  public Optional<Boolean> overwrite() {
    if (global.yes) {
      return Optional.of(true);
    }
    return options.noOverwrite ? Optional.of(false) : Optional.empty();
  }

  @Override
  public boolean isDryRun() {
    return options.dryRun;
  }

  @Override
  public Optional<AfterExport> after(Answers answers, ExportResult result) {
    List<String> names =
        Stream.concat(result.extension().stream(), Stream.of(result.service()))
            .map(ExportResult.Module::name)
            .toList();
    AfterScript script =
        new AfterScript(
            workspace,
            door.settings(),
            door.origin(),
            answers.text(ExportQuestions.DATABASE).orElseThrow(),
            exported.orElseThrow().request(),
            names,
            this::installAgreed);
    after = Optional.of(script);
    return Optional.of(script);
  }

  @Override
  public Summary summary(Answers answers, ExportResult result) {
    String name = answers.text(ExportQuestions.EXTENSION_NAME).orElse("");
    return result.written()
        ? new Summary("Exported " + name, command(), next(answers, result))
        : new Summary("Would export " + name + "; nothing was written", command(), List.of());
  }

  private List<Summary.Step> next(Answers answers, ExportResult result) {
    List<Summary.Step> next = new ArrayList<>();
    if (!missing.isEmpty() && !installs(answers)) {
      next.add(
          new Summary.Step(
              "pgstow install " + String.join(" ", missing), "install what the modules require"));
    }
    String folders =
        Stream.concat(result.extension().stream(), Stream.of(result.service()))
            .map(module -> shown(module.directory()))
            .collect(Collectors.joining(" "));
    next.add(new Summary.Step("git add " + folders, "keep this version"));
    if (door.origin() instanceof ServerOrigin) {
      next.add(
          new Summary.Step(
              "pgstow prove " + result.service().name(),
              "show that they give what the source has"));
    }
    next.add(
        new Summary.Step(
            "pgstow deploy "
                + result.service().name()
                + " --createdb --database "
                + AfterScript.suggested(result.extension().orElse(result.service()).name()),
            result.extension().isPresent() ? "deploy both modules" : "deploy the service module"));
    return next;
  }

  private String shown(Path path) {
    Path directory = global.directory(surroundings);
    return path.startsWith(directory) ? directory.relativize(path).toString() : path.toString();
  }

  /** Remembers the answers of what was written, and installs what was agreed to. */
  void finish() {
    PlannedExport plan = exported.orElseThrow();
    memory.remember(plan.answers(), plan.schemas());
    MissingModulesStep step = new MissingModulesStep(surroundings, workspace, global.json);
    step.print(installAgreed(step::say));
    after.ifPresent(it -> it.outcomes().forEach(surroundings.out()::println));
  }

  /** Installs what was agreed to, once. */
  private synchronized List<Installed> installAgreed(Consumer<String> say) {
    if (installed.isEmpty()) {
      boolean agreed = installs(exported.orElseThrow().answers());
      installed =
          Optional.of(
              new MissingModulesStep(surroundings, workspace, global.json)
                  .fetch(agreed ? missing : List.of(), say));
    }
    return installed.orElseThrow();
  }

  /** The command line that does it again. */
  String command() {
    return EquivalentCommand.of(door.origin(), exported.orElseThrow(), packages, global);
  }

  private boolean installs(Answers answers) {
    return options.installModules || answers.isOn(YesNo.INSTALL_MODULES);
  }

  private PlannedExport plan(Answers answers) {
    ExportSource source = source(answers);
    RequestBuilder builder = new RequestBuilder(options, global.directory(surroundings), packages);
    PlannedExport plan =
        PlannedExport.of(answers, source, builder, answers.isOn(YesNo.INCLUDE_SECRETS));
    return answers
        .list(UNDOCUMENTED)
        .map(included -> plan.with(withOnly(included, plan.request(), source)))
        .orElse(plan);
  }

  /** The request with those undocumented tables left out that were not taken in. */
  private static ExportRequest withOnly(
      List<String> included, ExportRequest request, ExportSource source) {
    List<String> excluded = new ArrayList<>(request.excludeTables());
    for (MetadataTable table : new Surveyor().survey(request, source, false).undocumented()) {
      if (!included.contains(table.label())) {
        excluded.add(table.label());
      }
    }
    return RequestBuilder.without(request, excluded);
  }

  private ExportSource source(Answers answers) {
    return door.world().source(answers.text(ExportQuestions.DATABASE).orElseThrow());
  }

  @Override
  public void close() {
    door.close();
  }
}
