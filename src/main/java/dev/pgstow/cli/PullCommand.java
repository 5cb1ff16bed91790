package dev.pgstow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.drift.DriftEngine;
import dev.pgstow.drift.DriftRequest;
import dev.pgstow.drift.DriftResult;
import dev.pgstow.drift.Pull;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pgstow pull}. */
@Command(
    name = "pull",
    description = {
      "Captures what is live but not declared into one new file for review.",
      "It goes below _pulled of the source; no other file is changed. Drift is then clean of it.",
    },
    footer = {
      "",
      "Examples:",
      "  pgstow pull -d inventory --dry-run",
      "      print what would be captured",
      "  pgstow pull -d inventory",
      "      ./schema/_pulled/20260520_103245_pulled.sql",
      "  pgstow pull -d inventory --module inventory",
      "      below the module's folder, where drift --module finds it",
      "",
      "Exit codes: 0 done, 1 failed, 2 usage, 130 interrupted.",
    })
final class PullCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Pull pull;

  @Mixin private final GlobalOptions global = new GlobalOptions();
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();
  @Mixin private final SourceOptions sources = new SourceOptions();
  @Mixin private final ScratchOptions scratch = new ScratchOptions();

  @Option(
      names = "--dry-run",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "BOOLEAN",
      description = "Print what would be captured, write nothing.")
  private boolean dryRun;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "The folder to write to; default: _pulled in the source.")
  private @Nullable Path output;

  PullCommand(Surroundings surroundings, Clock clock) {
    this.surroundings = surroundings;
    this.pull = new Pull(clock);
  }

  @Override
  public Integer call() {
    Site site = Site.anywhere(surroundings, global, connection);
    ConnectionSettings settings = site.settings();
    DriftRequest request =
        new DriftRequest(
            site.database(),
            sources.source(site),
            sources.narrow(),
            scratch.place(surroundings, () -> settings));
    DriftEngine engine = new DriftEngine(new Databases(settings));
    DriftResult result = site.run(engine::cancel, listener -> engine.run(request, listener));
    Path folder = output == null ? result.pulled() : site.directory().resolve(output).normalize();
    Optional<Path> file =
        dryRun || result.isDeclared()
            ? Optional.empty()
            : Optional.of(pull.write(result.undeclared(), folder));
    if (global.json) {
      printJson(result, file);
    } else {
      print(result, file, site.directory());
    }
    return 0;
  }

  private void print(DriftResult result, Optional<Path> file, Path directory) {
    if (result.isDeclared()) {
      surroundings.out().println("Nothing to pull: every live object is declared in source.");
    } else if (file.isPresent()) {
      Path shown =
          file.get().startsWith(directory)
              ? Path.of(".").resolve(directory.relativize(file.get()))
              : file.get();
      surroundings
          .out()
          .println(
              "Wrote "
                  + result.undeclared().size()
                  + " object(s) to "
                  + Sanitizer.visible(shown.toString()));
    } else {
      String script = pull.script(result.undeclared());
      // To a file or a pipe it goes as it is: there it is a script.
      boolean shown = surroundings.terminals().contains("1");
      surroundings
          .out()
          .print(shown ? Sanitizer.visibleLines(script.replace("\t", "    ")) + "\n" : script);
    }
    int others = result.missing().size() + result.changed().size();
    if (others > 0) {
      surroundings
          .err()
          .println(
              "note: "
                  + others
                  + " missing or changed object(s) are not pulled; see them with pgstow drift.");
    }
  }

  private void printJson(DriftResult result, Optional<Path> file) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("event", "result");
    line.put("objects", result.undeclared().size());
    line.put("file", file.map(Path::toString).orElse(null));
    line.put("sql", result.isDeclared() ? "" : pull.script(result.undeclared()));
    line.put("missing", result.missing().size()).put("changed", result.changed().size());
    surroundings.out().println(JsonLine.of(line));
  }
}
