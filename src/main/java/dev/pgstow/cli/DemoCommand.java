package dev.pgstow.cli;

import dev.pgstow.demo.DemoServer;
import dev.pgstow.demo.DemoWorkspace;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.ConnectionFlags;
import dev.pgstow.postgres.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pgstow demo}. */
@Command(
    name = "demo",
    description = {
      "Opens the wizard on a sample server and a workspace of its own.",
      "The server is an embedded PostgreSQL that goes when the demo ends.",
    },
    footer = {
      "",
      "Examples:",
      "  pgstow demo",
      "  pgstow demo --headless",
      "      the whole export without questions",
      "  pgstow demo --server",
      "      keeps the sample server up and tells how to connect",
    })
final class DemoCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final GlobalOptions global = new GlobalOptions();
  @Mixin private final ExportOptions export = new ExportOptions();

  @Option(
      names = "--headless",
      description =
          "Export without questions, and show what was written; so it does without a terminal.")
  private boolean headless;

  @Option(names = "--server", description = "Keep the sample server up until Ctrl-C.")
  private boolean server;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      description = "Make the workspace here; default: a new temporary folder.")
  private @Nullable Path folder;

  DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    surroundings.log().say("Starting a sample server…");
    try (DemoServer demo = DemoServer.start()) {
      if (server) {
        keepUp(demo);
        return 0;
      }
      Path workspace = workspace();
      surroundings.log().say("Workspace: " + workspace);
      export(demo, workspace);
      return 0;
    }
  }

  private Path workspace() {
    try {
      Path path =
          folder == null
              ? Files.createTempDirectory("pgstow-demo-")
              : global.directory(surroundings).resolve(folder).normalize();
      DemoWorkspace.create(path);
      return path;
    } catch (IOException e) {
      throw Failure.failed(
          "demo-workspace", "The workspace could not be made: " + e.getMessage(), "", e);
    }
  }

  private void export(DemoServer demo, Path workspace) {
    boolean alone = headless || WizardRun.isUnattended(surroundings, global);
    Surroundings inside =
        new Surroundings(
            withoutConnection(surroundings.environment()),
            surroundings.home(),
            surroundings.user(),
            workspace,
            surroundings.out(),
            surroundings.err(),
            alone ? "" : surroundings.terminals(),
            surroundings.log());
    if (alone) {
      export.preferDatabaseId("bookshop");
    }
    ConnectionSettings settings =
        ConnectionSettings.resolve(
            new ConnectionFlags(
                Optional.empty(),
                Optional.of(demo.host()),
                Optional.of(String.valueOf(demo.port())),
                Optional.of(demo.user()),
                alone ? Optional.of("constructive") : Optional.empty(),
                Optional.empty()),
            inside.environment(),
            inside.home(),
            inside.user());
    if (alone) {
      new ExportRun(inside, global, export).run(settings);
    } else {
      new WizardRun(inside, global, export).run(settings, new GraphQlOptions());
    }
    if (alone && !global.json) {
      new FileTreePrinter(surroundings.out()).print(workspace.resolve("packages"));
    }
  }

  /** The environment, but for what says how to reach a server: the demo has its own. */
  private static Map<String, String> withoutConnection(Map<String, String> environment) {
    return environment.entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith("PG") && !entry.getKey().equals("DATABASE_URL"))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void keepUp(DemoServer demo) {
    surroundings.out().println("The sample server is up. Connect with:");
    surroundings.out().println("  psql '" + demo.connectionUrl() + "'");
    surroundings.out().println("  pgstow export --url '" + demo.connectionUrl() + "'");
    surroundings.out().println("Ctrl-C stops it.");
    surroundings.out().flush();
    CountDownLatch stop = new CountDownLatch(1);
    try (Interrupts interrupts = Interrupts.during(stop::countDown)) {
      stop.await();
      Optional<Failure> ended = interrupts.failure();
      surroundings.log().say(ended.isPresent() ? "Stopping…" : "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
