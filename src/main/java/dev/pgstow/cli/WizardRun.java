package dev.pgstow.cli;

import dev.pgstow.display.Sanitizer;
import dev.pgstow.export.ExportResult;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.prompt.Prompter;
import dev.pgstow.wizard.Theme;
import dev.pgstow.wizard.Wizard;
import dev.pgstow.wizard.terminal.ColorDepth;
import dev.pgstow.wizard.terminal.JLineTerminal;
import dev.pgstow.workspace.Staging;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** One export through the wizard's screens; by line prompts where there can be no screens. */
final class WizardRun {
  private final Surroundings surroundings;
  private final GlobalOptions global;
  private final ExportOptions options;
  private final Detours detours = new Detours();

  WizardRun(Surroundings surroundings, GlobalOptions global, ExportOptions options) {
    this.surroundings = surroundings;
    this.global = global;
    this.options = options;
  }

  /** Whether screens are wanted and can be shown. */
  private boolean wantsScreens() {
    return !global.plain
        && !surroundings.environment().containsKey("ACCESSIBLE")
        && !"dumb".equals(surroundings.environment().get("TERM"));
  }

  /** Exports; failures say what became of it. */
  void run(ConnectionSettings settings, GraphQlOptions graphQl) {
    options.check(global);
    GraphQlEntry api = graphQl.entry(surroundings, global, options.databaseId());
    if (!wantsScreens()) {
      byLines(settings, api);
      return;
    }
    // Terminal, server and workspace each take a while: all are looked for at once.
    Optional<ConnectionAhead> ahead =
        graphQl.isGiven() ? Optional.empty() : Optional.of(new ConnectionAhead(settings));
    CompletableFuture<Optional<Workspace>> found = CompletableFuture.supplyAsync(this::find);
    Optional<JLineTerminal> terminal = JLineTerminal.open(environment());
    if (terminal.isEmpty()) {
      byLines(settings, api);
      return;
    }
    onScreens(
        new SourceDoor.Given(settings, api, graphQl.isGiven(), ahead),
        found,
        terminal.orElseThrow());
  }

  private void onScreens(
      SourceDoor.Given given,
      CompletableFuture<Optional<Workspace>> found,
      JLineTerminal terminal) {
    ExportScript script;
    Optional<ExportResult> result;
    try (Wizard wizard =
            Wizard.open(terminal, Theme.of(ColorDepth.of(environment()), terminal.isUnicode()));
        Interrupts interrupts = Interrupts.ending(wizard::end)) {
      script = script(workspace(joined(found), () -> wizard.prompter(() -> {})), given);
      try (script) {
        result = wizard.run(script);
      }
    } finally {
      // Whatever way the session ends, this was done.
      detours.headlines().forEach(line -> surroundings.out().println(Sanitizer.visible(line)));
    }
    result.ifPresent(exported -> print(exported, script));
  }

  private void print(ExportResult result, ExportScript script) {
    new ResultPrinter(surroundings.out(), global.directory(surroundings))
        .print(result, script.command());
    if (result.written()) {
      script.finish();
    }
  }

  private ExportScript script(Workspace workspace, SourceDoor.Given given) {
    RememberedAnswers memory =
        new RememberedAnswers(
            RememberedAnswers.file(surroundings.environment(), surroundings.home()),
            workspace.root());
    return new ExportScript(surroundings, global, options, workspace, memory, given, detours);
  }

  private void byLines(ConnectionSettings settings, GraphQlEntry api) {
    Origin origin;
    try (Prompters prompters = new Prompters(surroundings, global)) {
      workspace(find(), prompters::prompter);
      origin =
          api.endpoint().isEmpty()
              ? new LineConnection(surroundings, prompters).find(settings, api)
              : api.origin();
    }
    new ExportRun(surroundings, global, options).run(origin);
  }

  private Optional<Workspace> find() {
    return Workspace.findIfAny(global.directory(surroundings));
  }

  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Failure failure ? failure : e;
    }
  }

  private Workspace workspace(Optional<Workspace> found, Supplier<Prompter> prompter) {
    Path directory = global.directory(surroundings);
    Workspace workspace = found.orElseGet(() -> init(prompter.get(), directory));
    Staging.recover(workspace.root(), options.outputFolders(directory));
    return workspace;
  }

  private static Workspace init(Prompter prompter, Path directory) {
    if (!prompter.confirm(YesNo.init(directory))) {
      throw Failure.declined("declined", "Declined. Nothing was changed.");
    }
    return Workspace.init(directory);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(surroundings.environment());
    if (global.noColor) {
      environment.put("NO_COLOR", "1");
    }
    return environment;
  }

  /** Whether the flags leave nobody to ask. */
  static boolean isUnattended(Surroundings surroundings, GlobalOptions global) {
    return !List.of("01", "02", "012").contains(surroundings.terminals())
        || global.noInput
        || global.json;
  }
}
