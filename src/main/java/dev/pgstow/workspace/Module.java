package dev.pgstow.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A module of a workspace: a folder with a control file.
 *
 * @param name its name: the control file's, without {@code .control}
 * @param directory absolute
 */
public record Module(String name, Path directory) {

  /** Its control file. */
  public Path controlFile() {
    return directory.resolve(name + ".control");
  }

  /** Its plan file, which need not be there; Sqitch's where pgpm's is missing. */
  public Path planFile() {
    Path plan = directory.resolve("pgpm.plan");
    Path sqitch = directory.resolve("sqitch.plan");
    return Files.exists(sqitch) && Files.notExists(plan) ? sqitch : plan;
  }

  /**
   * Reads its control file.
   *
   * @throws dev.pgstow.failure.Failure if it is broken
   */
  public ControlFile control() {
    return ControlFile.read(controlFile());
  }

  /**
   * What it says about the export it came from; empty if pgstow did not write it.
   *
   * @throws dev.pgstow.failure.Failure {@code manifest-malformed}
   */
  public Optional<ExportOrigin> origin() {
    return ExportOrigin.of(directory);
  }

  /**
   * Reads its plan.
   *
   * @throws dev.pgstow.failure.Failure if it is missing or broken, or is another project's
   */
  public Plan plan() {
    Plan plan = Plan.read(planFile());
    if (!plan.project().equals(name)) {
      throw PlanLineParser.failure(
          "plan-other-project",
          planFile().toString(),
          1,
          "%project is " + plan.project() + ", but the control file names the module " + name);
    }
    return plan;
  }
}
