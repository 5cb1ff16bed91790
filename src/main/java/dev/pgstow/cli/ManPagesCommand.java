package dev.pgstow.cli;

import dev.pgstow.cli.document.CommandPage;
import dev.pgstow.cli.document.ManPage;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code pgstow man-pages}. */
@Command(
    name = "man-pages",
    description = {
      "Writes the manual pages of all commands to a folder.",
      "Packages of pgstow install them; pages that are there are replaced.",
    },
    footer = {"", "Examples:", "  pgstow man-pages ~/.local/share/man/man1"})
final class ManPagesCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Supplier<CommandPage> program;
  private final String version;

  @Mixin private final GlobalOptions global = new GlobalOptions();

  @Parameters(paramLabel = "DIR", description = "The folder; made if it is missing.")
  private Path folder = Path.of("");

  ManPagesCommand(Surroundings surroundings, Supplier<CommandPage> program, String version) {
    this.surroundings = surroundings;
    this.program = program;
    this.version = version;
  }

  @Override
  public Integer call() {
    Path directory = global.directory(surroundings).resolve(folder).normalize();
    CommandPage pages = program.get();
    ManPage manual = new ManPage(pages, version);
    try {
      Files.createDirectories(directory);
      for (CommandPage page : pages.all().toList()) {
        Files.writeString(
            directory.resolve(page.pageName() + ".1"), manual.of(page), StandardCharsets.US_ASCII);
      }
    } catch (IOException e) {
      throw Failure.failed(
          "man-pages",
          "The manual pages could not be written to " + directory + ": " + e.getMessage(),
          "Name a folder that you may write to.",
          e);
    }
    surroundings
        .out()
        .println(
            global.json
                ? JsonResult.of("manual", List.of(directory.toString()))
                : "Wrote the manual to " + directory);
    return 0;
  }
}
