package dev.pgstow.cli;

import dev.pgstow.export.ExportEngine;
import dev.pgstow.export.ExportQuestions;
import dev.pgstow.export.ExportRequest;
import dev.pgstow.export.ExportResult;
import dev.pgstow.export.ExportSurvey;
import dev.pgstow.export.StagedExport;
import dev.pgstow.export.Surveyor;
import dev.pgstow.failure.Failure;
import dev.pgstow.install.MissingModules;
import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.HostPort;
import dev.pgstow.postgres.Secret;
import dev.pgstow.postgres.SslMode;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Confirmation;
import dev.pgstow.prompt.Questionnaire;
import dev.pgstow.source.ExportSource;
import dev.pgstow.source.SchemaEntry;
import dev.pgstow.wizard.ConnectionFields;
import dev.pgstow.wizard.Notice;
import dev.pgstow.wizard.Review;
import dev.pgstow.wizard.Summary;
import dev.pgstow.wizard.WizardScript;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the wizard asks and does for an export. */
final class ExportScript implements WizardScript, AutoCloseable {
  static final String INCLUDE_SECRETS = "include-secrets";
  static final String INSTALL_MODULES = "install-modules";
  private static final String UNDOCUMENTED = "undocumented-tables";

  private final Surroundings surroundings;
  private final GlobalOptions global;
  private final ExportOptions options;
  private final Workspace workspace;
  private final Path packages;
  private final RememberedAnswers memory;
  private final ConnectionAhead ahead;
  private volatile ConnectionSettings settings;
  private volatile @Nullable ServerWorld world;
  private volatile Answers exported = Answers.none();
  private volatile List<String> missing = List.of();

  ExportScript(
      Surroundings surroundings,
      GlobalOptions global,
      ExportOptions options,
      Workspace workspace,
      RememberedAnswers memory,
      ConnectionSettings settings,
      ConnectionAhead ahead) {
    this.surroundings = surroundings;
    this.global = global;
    this.options = options;
    this.workspace = workspace;
    this.packages = workspace.root().resolve("packages");
    this.memory = memory;
    this.settings = settings;
    this.ahead = ahead;
  }

  @Override
  public String title() {
    return "export";
  }

  @Override
  public ConnectionFields connection() {
    HostPort server = settings.hosts().get(0);
    return new ConnectionFields(
        server.host(),
        String.valueOf(server.port()),
        settings.user(),
        settings.password().map(Secret::reveal).orElse(""),
        settings.sslMode().keyword());
  }

  @Override
  public String connect(ConnectionFields fields) {
    ConnectionSettings wanted = fields.equals(connection()) ? settings : changed(fields);
    ServerWorld fresh =
        new ServerWorld(
            wanted,
            new GitAuthor(global.directory(surroundings), surroundings.user()),
            memory::recall);
    String server =
        ahead.greeting(wanted).orElseGet(() -> ServerGreeting.of(wanted, wanted.database()));
    close();
    settings = wanted;
    world = fresh;
    return server;
  }

  private ConnectionSettings changed(ConnectionFields fields) {
    ConnectionSettings next =
        settings
            .withHost(new HostPort(fields.host(), port(fields.port())))
            .withUser(fields.user())
            .withSslMode(SslMode.of(fields.sslmode()));
    return fields.password().isEmpty()
        ? next
        : next.withPassword(Optional.of(new Secret(fields.password())));
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text.strip());
      if (port > 0 && port < 65_536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw Failure.usage("bad-port", "The port must be a number from 1 to 65535.", "");
  }

  private ServerWorld world() {
    ServerWorld connected = world;
    if (connected == null) {
      throw new IllegalStateException("not connected");
    }
    return connected;
  }

  @Override
  public Questionnaire questionnaire() {
    return new ExportQuestions(world()).questionnaire();
  }

  @Override
  public Answers given() {
    return options.answers(settings.database());
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
    if (!world().kind(database).equals("plain")) {
      return Optional.empty();
    }
    return Optional.of(
        new Notice(
            database + " is not a Constructive database",
            List.of(
                "It has no metaschema_public.database, so there is nothing to export from it"
                    + " this way.",
                "Choose another database from the list.")));
  }

  @Override
  public Review review(Answers answers) {
    ExportRequest request = request(answers);
    ExportSurvey survey = new Surveyor().survey(request, source(answers), false);
    return new ReviewText(workspace, settings, options, UNDOCUMENTED)
        .review(answers, request, survey, schemas(answers));
  }

  @Override
  public List<Confirmation> confirmations(Answers answers) {
    ExportSurvey survey = new Surveyor().survey(request(answers), source(answers), true);
    List<Confirmation> questions = new ArrayList<>();
    if (!survey.secretColumns().isEmpty() && !options.includeSecrets) {
      questions.add(
          new Confirmation(
              INCLUDE_SECRETS,
              "--include-secrets",
              "Columns that look like secrets have values: "
                  + String.join(", ", survey.secretColumns())
                  + ". Write them to files?",
              false));
    }
    missing = missing(request(answers), survey);
    if (!missing.isEmpty() && !options.installModules) {
      questions.add(
          new Confirmation(
              INSTALL_MODULES,
              "--install-modules",
              "Install missing modules (" + String.join(", ", missing) + ")?",
              false));
    }
    return questions;
  }

  private List<String> missing(ExportRequest request, ExportSurvey survey) {
    Set<String> present = new HashSet<>(workspace.modules().names());
    present.add(request.extensionName());
    present.add(request.metaExtensionName());
    return MissingModules.of(survey.requires(), present);
  }

  @Override
  public String working(Answers answers) {
    return "Exporting " + answers.text(ExportQuestions.EXTENSION_NAME).orElse("");
  }

  @Override
  public StagedExport stage(Answers answers, ProgressListener listener) {
    exported = answers;
    return new ExportEngine().stage(request(answers), source(answers), listener);
  }

  @Override
  public void cancel() {
    ServerWorld connected = world;
    if (connected != null) {
      connected.cancel();
    }
  }

  @Override
  public Optional<Boolean> overwrite() {
    if (global.yes) {
      return Optional.of(true);
    }
    return options.noOverwrite ? Optional.of(false) : Optional.empty();
  }

  @Override
  public Summary summary(Answers answers, ExportResult result) {
    List<Summary.Step> next = new ArrayList<>();
    if (!missing.isEmpty() && !installs(answers)) {
      next.add(
          new Summary.Step(
              "pgstow install " + String.join(" ", missing), "install what the modules require"));
    }
    String folders =
        String.join(
            " ",
            java.util.stream.Stream.concat(
                    result.extension().stream(), java.util.stream.Stream.of(result.service()))
                .map(module -> shown(module.directory()))
                .toList());
    next.add(new Summary.Step("git add " + folders, "keep this version"));
    next.add(
        new Summary.Step(
            "pgpm deploy --createdb --package " + result.service().name(), "deploy both modules"));
    return new Summary(
        "Exported " + answers.text(ExportQuestions.EXTENSION_NAME).orElse(""),
        command(answers),
        next);
  }

  private String shown(Path path) {
    Path directory = global.directory(surroundings);
    return path.startsWith(directory) ? directory.relativize(path).toString() : path.toString();
  }

  /** Remembers the answers of what was written, and installs what was agreed to. */
  void finish() {
    memory.remember(exported, schemas(exported));
    if (installs(exported)) {
      new MissingModulesStep(surroundings, workspace, global.json).install(missing);
    }
  }

  /** The command line that does it again. */
  String command() {
    return command(exported);
  }

  private String command(Answers answers) {
    return EquivalentCommand.of(settings, answers, request(answers), packages);
  }

  private boolean installs(Answers answers) {
    return options.installModules || answers.isOn(INSTALL_MODULES);
  }

  private ExportRequest request(Answers answers) {
    ExportRequest request =
        new RequestBuilder(options, global.directory(surroundings), packages)
            .request(answers, schemas(answers), answers.isOn(INCLUDE_SECRETS));
    Optional<List<String>> included = answers.list(UNDOCUMENTED);
    if (included.isEmpty()) {
      return request;
    }
    List<String> excluded = new ArrayList<>(request.excludeTables());
    for (MetadataTable table :
        new Surveyor().survey(request, source(answers), false).undocumented()) {
      if (!included.orElseThrow().contains(table.label())) {
        excluded.add(table.label());
      }
    }
    return RequestBuilder.without(request, excluded);
  }

  private ExportSource source(Answers answers) {
    return world().source(answers.text(ExportQuestions.DATABASE).orElseThrow());
  }

  private List<String> schemas(Answers answers) {
    UUID id = UUID.fromString(answers.text(ExportQuestions.DATABASE_ID).orElseThrow());
    return source(answers).schemas(id).stream().map(SchemaEntry::schemaName).toList();
  }

  @Override
  public void close() {
    ServerWorld connected = world;
    if (connected != null) {
      connected.close();
    }
  }
}
