package dev.pgstow.cli;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.rows.DataVerification;
import dev.pgstow.rows.DataVerifier;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code pgstow data verify}. */
@Command(
    name = "verify",
    description = "Reads exported files again: sizes, hashes, well-formed JSON, keys, rows.",
    footer = {
      "",
      "Examples:",
      "  pgstow data verify ./migration-data",
      "",
      "Exit codes: 0 all is well, 1 failed, 2 usage, 3 something is not as it was written.",
    })
final class DataVerifyCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final GlobalOptions global = new GlobalOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "The folder (default: ${DEFAULT-VALUE}).")
  private Path directory = Path.of("migration-data");

  DataVerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path folder = global.directory(surroundings).resolve(directory).normalize();
    DataVerifier verifier = new DataVerifier();
    DataVerification verified =
        Site.run(
            surroundings, global, verifier::cancel, listener -> verifier.verify(folder, listener));
    new DataPrinter(surroundings.out(), global.json).print(verified, folder);
    if (!verified.problems().isEmpty()) {
      int bad = verified.problems().size();
      throw new Failure(
          ExitCode.VERIFICATION,
          "data-differs",
          bad
              + (bad == 1 ? " file is" : " files are")
              + " not as metadata.json in "
              + folder
              + " says.",
          "Export these tables again.",
          null);
    }
    return 0;
  }
}
