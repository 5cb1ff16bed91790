package dev.pgstow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.migrate.TagRequest;
import dev.pgstow.migrate.Tagger;
import dev.pgstow.workspace.Tag;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pgstow tag}. */
@Command(
    name = "tag",
    description = "Tags the last change of a module's plan, or another one. Connects to nothing.",
    footer = {
      "",
      "Examples:",
      "  pgstow tag v1.0.0",
      "  pgstow tag v1.1.0 -m 'Second release' --package bookshop",
      "  pgstow tag v0.9.0 --change-name schemas/bookshop_app_public/schema",
    })
final class TagCommand implements Callable<Integer> {
  /** pgpm's variable for the time in plans. */
  private static final String FROZEN_TIME = "PGPM_FROZEN_TIME";

  private final Surroundings surroundings;
  private final Clock clock;

  @Mixin private final GlobalOptions global = new GlobalOptions();

  @Parameters(paramLabel = "NAME", description = "The tag, with or without its @.")
  private String name = "";

  @Option(
      names = "--package",
      paramLabel = "MODULE",
      description = "The module; default: the one of this folder.")
  private @Nullable String module;

  @Option(
      names = "--change-name",
      paramLabel = "CHANGE",
      description = "What to tag; default: the last change of the plan.")
  private @Nullable String change;

  @Option(
      names = {"-m", "--comment"},
      paramLabel = "TEXT",
      description = "A comment; default: the tag's name.")
  private @Nullable String comment;

  TagCommand(Surroundings surroundings, Clock clock) {
    this.surroundings = surroundings;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Workspace workspace = Site.workspace(surroundings, global);
    Path directory = global.directory(surroundings);
    String tagged = ModuleOptions.one(Optional.ofNullable(module), workspace, directory);
    Tag tag =
        new Tagger()
            .run(
                new TagRequest(
                    workspace,
                    tagged,
                    name.startsWith("@") ? name.substring(1) : name,
                    Optional.ofNullable(change),
                    Optional.ofNullable(comment),
                    new GitAuthor(directory, surroundings.user()).author(),
                    timestamp()));
    print(tagged, tag);
    return 0;
  }

  private String timestamp() {
    String frozen = surroundings.environment().getOrDefault(FROZEN_TIME, "");
    return frozen.isEmpty()
        ? Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString()
        : frozen;
  }

  private void print(String tagged, Tag tag) {
    if (global.json) {
      surroundings
          .out()
          .println(
              JsonNodeFactory.instance
                  .objectNode()
                  .put("event", "result")
                  .put("module", tagged)
                  .put("change", tag.change())
                  .put("tag", tag.name()));
      return;
    }
    surroundings
        .out()
        .println("Tagged " + Sanitizer.visible(tagged + ":" + tag.change() + " as @" + tag.name()));
  }
}
