package dev.pgstow.migrate;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What testing modules found.
 *
 * @param modules those that were tested, in order
 */
public record CycleResult(List<Module> modules) {
  /** Copies the list. */
  public CycleResult {
    modules = List.copyOf(modules);
  }

  /** What was being done to a module. */
  public enum Step {
    CREATE_DATABASE("create a scratch database"),
    DEPLOY("deploy"),
    VERIFY("verify"),
    REVERT("revert"),
    DEPLOY_AGAIN("deploy again"),
    DONE("done");

    private final String label;

    Step(String label) {
      this.label = label;
    }

    /** In words. */
    public String label() {
      return label;
    }
  }

  /**
   * A module.
   *
   * @param step where it failed; {@code DONE} if it passed
   * @param failure why
   * @param changes how many changes it has
   * @param stillVerified changes whose verify script still passed after the revert
   */
  public record Module(
      String name,
      Step step,
      Optional<Failure> failure,
      int changes,
      List<String> stillVerified,
      Duration elapsed) {
    /** Copies the list. */
    public Module {
      stillVerified = List.copyOf(stillVerified);
    }
  }

  /**
   * The failure {@code cycle-failed}, exit 3, naming the modules that failed; empty if none did.
   */
  public Optional<Failure> failure() {
    List<Module> failed = modules.stream().filter(it -> it.failure().isPresent()).toList();
    if (failed.isEmpty()) {
      return Optional.empty();
    }
    String message =
        failed.stream()
            .map(
                it ->
                    it.name()
                        + " failed to "
                        + it.step().label()
                        + ": "
                        + it.failure().orElseThrow().getMessage())
            .collect(Collectors.joining("\n"));
    return Optional.of(
        new Failure(
            ExitCode.VERIFICATION,
            "cycle-failed",
            message,
            failed.get(0).failure().orElseThrow().hint(),
            failed.get(0).failure().orElseThrow()));
  }
}
