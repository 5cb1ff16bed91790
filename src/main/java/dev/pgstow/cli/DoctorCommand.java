package dev.pgstow.cli;

import dev.pgstow.config.ConfigPlaces;
import dev.pgstow.doctor.ConnectionCheck;
import dev.pgstow.doctor.DiskCheck;
import dev.pgstow.doctor.Finding;
import dev.pgstow.doctor.JavaCheck;
import dev.pgstow.doctor.WorkspaceCheck;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.ConnectionSource;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pgstow doctor}. */
@Command(
    name = "doctor",
    description = {
      "Looks at all that pgstow needs and says what is wrong and what to do.",
      "That is Java, terminal, configuration, workspace, what crashed runs left, disk, server,",
      "rights, extensions. Changes nothing, leftovers included.",
    },
    footer = {
      "",
      "Examples:",
      "  pgstow doctor",
      "  pgstow doctor --url postgresql://me@db.example.com/inventory",
      "  pgstow doctor --json",
      "",
      "Exit codes: 0 nothing is wrong, or warnings only; 1 something does not work; 2 usage.",
    })
final class DoctorCommand implements Callable<Integer> {
  private static final Set<String> WHERE = Set.of("host", "hostaddr", "port");

  private final Surroundings surroundings;
  private final ConfigCheck check;

  @Mixin private final GlobalOptions global = new GlobalOptions();
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  DoctorCommand(Surroundings surroundings, ConfigCheck check) {
    this.surroundings = surroundings;
    this.check = check;
  }

  @Override
  public Integer call() {
    Path directory = global.directory(surroundings);
    ConfigPlaces places =
        new ConfigPlaces(
            directory, surroundings.environment(), surroundings.home(), surroundings.user());
    List<Finding> found = new ArrayList<>(JavaCheck.ofProcess().findings());
    found.addAll(new TerminalCheck(surroundings).findings());
    found.addAll(new ConfigurationCheck(places, check).findings());
    Optional<Workspace> workspace = workspace(directory, found);
    Map<String, Path> folders = new LinkedHashMap<>();
    folders.put(
        workspace.isPresent() ? "the workspace" : "this folder",
        workspace.map(Workspace::root).orElse(directory));
    workspace.ifPresent(it -> folders.put("where modules go", it.root().resolve("packages")));
    folders.put("temporary files", Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
    folders.put("remembered answers", places.userFile().resolveSibling(""));
    found.addAll(new DiskCheck(folders).findings());
    found.addAll(server(workspace));
    new DoctorPrinter(surroundings.out(), global.json, global.quiet).print(found);
    return DoctorPrinter.count(found, Finding.Severity.PROBLEM) > 0 ? ExitCode.FAILED.code() : 0;
  }

  private static Optional<Workspace> workspace(Path directory, List<Finding> found) {
    try {
      Optional<Workspace> workspace = Workspace.findIfAny(directory);
      if (workspace.isEmpty()) {
        found.add(
            Finding.note(
                "workspace",
                "workspace-not-found",
                "There is no pgpm workspace (pgpm.json) in " + directory + " or above it.",
                "pgstow init makes one; dump, drift and data need none."));
      }
      workspace.ifPresent(it -> found.addAll(new WorkspaceCheck(it).findings()));
      return workspace;
    } catch (Failure e) {
      found.add(Finding.of("workspace", e, Finding.Severity.PROBLEM));
      return Optional.empty();
    }
  }

  private List<Finding> server(Optional<Workspace> workspace) {
    try {
      ConnectionSettings settings = connection.settings(surroundings);
      boolean named =
          connection.explain(surroundings).stream()
              .anyMatch(
                  it -> WHERE.contains(it.keyword()) && it.source() != ConnectionSource.DEFAULT);
      try (Prompters prompters = new Prompters(surroundings, global)) {
        settings = PasswordPrompt.complete(settings, prompters);
      }
      return new ConnectionCheck(settings, named, workspace).findings();
    } catch (Failure e) {
      return List.of(Finding.of("server", e, Finding.Severity.PROBLEM));
    }
  }
}
