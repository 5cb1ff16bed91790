package dev.pgstow.cli;

import dev.pgstow.display.Sanitizer;
import dev.pgstow.export.ExportEngine;
import dev.pgstow.export.ExportQuestions;
import dev.pgstow.export.ExportRequest;
import dev.pgstow.export.ExportResult;
import dev.pgstow.export.SecretsConsent;
import dev.pgstow.export.StagedExport;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Confirmation;
import dev.pgstow.source.ExportSource;
import dev.pgstow.workspace.Preview;
import dev.pgstow.workspace.Staging;
import dev.pgstow.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One {@code pgstow export} without screens: questions, staging, preview, a yes, the swap. */
final class ExportRun {
  private final Surroundings surroundings;
  private final GlobalOptions global;
  private final ExportOptions options;

  ExportRun(Surroundings surroundings, GlobalOptions global, ExportOptions options) {
    this.surroundings = surroundings;
    this.global = global;
    this.options = options;
  }

  /** Exports from a PostgreSQL server. */
  void run(ConnectionSettings settings) {
    run(new ServerOrigin(settings));
  }

  /** Runs it to its end; failures say what became of it. */
  void run(Origin given) {
    options.check(global);
    given.warnings().forEach(this::warn);
    Path directory = global.directory(surroundings);
    Workspace workspace = Workspace.find(directory);
    Staging.recover(workspace.root(), options.outputFolders(directory));
    try (Prompters prompters = new Prompters(surroundings, global)) {
      Origin origin = given.complete(prompters);
      RememberedAnswers memory =
          new RememberedAnswers(
              RememberedAnswers.file(surroundings.environment(), surroundings.home()),
              workspace.root());
      try (SourceWorld world =
          origin.open(
              new GitAuthor(directory, surroundings.user()),
              (question, answers) ->
                  prompters.canAsk() ? memory.recall(question, answers) : Optional.empty())) {
        export(origin, workspace, world, memory, prompters);
      }
    } catch (IOException e) {
      throw Failure.failed(
          "export-failed", "The modules could not be put in place: " + e.getMessage(), "", e);
    }
  }

  private void export(
      Origin origin,
      Workspace workspace,
      SourceWorld world,
      RememberedAnswers memory,
      Prompters prompters)
      throws IOException {
    Answers answers =
        prompters
            .prompter()
            .ask(new ExportQuestions(world).questionnaire(), options.answers(origin.database()));
    ExportSource source = world.source(answers.text(ExportQuestions.DATABASE).orElseThrow());
    Path packages = workspace.root().resolve("packages");
    RequestBuilder builder = new RequestBuilder(options, global.directory(surroundings), packages);
    PlannedExport plan = PlannedExport.of(answers, source, builder, false);
    ExportRequest request = plan.request();
    workspace.coverageWarning(request.outdir()).ifPresent(this::warn);
    if (!request.serviceOutdir().equals(request.outdir())) {
      workspace.coverageWarning(request.serviceOutdir()).ifPresent(this::warn);
    }
    prompters.close();
    List<String> install;
    try (Interrupts interrupts = Interrupts.during(world::cancel);
        Progress progress = Progress.of(surroundings, global)) {
      try {
        install =
            perform(
                new Work(origin, workspace, packages, memory, prompters, interrupts),
                plan,
                builder,
                source,
                progress.listener());
      } catch (Failure failure) {
        throw interrupts.failure().orElse(failure);
      }
    }
    new MissingModulesStep(surroundings, workspace, global.json).install(install);
  }

  private record Work(
      Origin origin,
      Workspace workspace,
      Path packages,
      RememberedAnswers memory,
      Prompters prompters,
      Interrupts interrupts) {}

  /** Exports; returns the missing modules that are to be installed. */
  private List<String> perform(
      Work work,
      PlannedExport plan,
      RequestBuilder builder,
      ExportSource source,
      ProgressListener listener)
      throws IOException {
    ExportEngine engine = new ExportEngine();
    StagedExport staged;
    PlannedExport agreed = plan;
    try {
      staged = engine.stage(plan.request(), source, listener);
    } catch (Failure failure) {
      if (!failure.ident().equals(SecretsConsent.IDENT) || !work.prompters.canAsk()) {
        throw failure;
      }
      confirm(work.prompters, YesNo.includeSecrets(String.valueOf(failure.getMessage())));
      agreed = plan.with(builder.request(plan.answers(), plan.schemas(), true));
      staged = engine.stage(agreed.request(), source, listener);
    }
    try (StagedExport ready = staged) {
      return finish(work, agreed, ready);
    }
  }

  private List<String> finish(Work work, PlannedExport plan, StagedExport staged)
      throws IOException {
    String command = EquivalentCommand.of(work.origin, plan, work.packages, global);
    Preview preview = staged.preview();
    ResultPrinter printer = new ResultPrinter(surroundings.out(), global.directory(surroundings));
    if (options.dryRun) {
      work.interrupts.lastChance();
      if (!global.json) {
        new PreviewPrinter(surroundings.out()).print(preview);
      }
      print(printer, staged.result(), command);
      return List.of();
    }
    agree(work.prompters, preview);
    MissingModulesStep missing = new MissingModulesStep(surroundings, work.workspace, global.json);
    List<String> install = missing.agreed(staged.result(), options.installModules, work.prompters);
    work.interrupts.lastChance();
    ExportResult result = staged.commit();
    print(printer, result, command);
    if (work.prompters.canAsk()) {
      work.memory.remember(plan.answers(), plan.schemas());
    }
    return install;
  }

  private void agree(Prompters prompters, Preview preview) {
    if (!preview.anyExists() || global.yes) {
      return;
    }
    String names = YesNo.existing(preview);
    if (options.noOverwrite) {
      throw Failure.declined("module-exists", names + " exists, and --no-overwrite is given.");
    }
    if (prompters.canAsk()) {
      new PreviewPrinter(surroundings.err()).print(preview);
      confirm(prompters, YesNo.overwrite(preview));
    } else if (preview.handEdited() > 0) {
      new PreviewPrinter(surroundings.err()).print(preview);
      throw new Failure(
          ExitCode.DECLINED,
          "hand-edited",
          "Files in " + names + " were edited by hand since the last export and would be lost.",
          "Say --yes to overwrite them. Nothing was changed.",
          null);
    }
  }

  private static void confirm(Prompters prompters, Confirmation question) {
    boolean yes = prompters.prompter().confirm(question);
    prompters.close();
    if (!yes) {
      throw Failure.declined("declined", "Declined. Nothing was changed.");
    }
  }

  private void print(ResultPrinter printer, ExportResult result, String command) {
    if (global.json) {
      printer.printJson(result, command);
    } else {
      printer.print(result, command);
    }
  }

  private void warn(String warning) {
    surroundings.err().println("warning: " + Sanitizer.visible(warning));
  }
}
