package dev.pgstow.cli;

import dev.pgstow.export.ExportQuestions;
import dev.pgstow.export.ExportRequest;
import dev.pgstow.export.Requires;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line that does an export again without asking; never with a secret in it. */
final class EquivalentCommand {
  private EquivalentCommand() {}

  static String of(Origin origin, PlannedExport plan, Path packages, GlobalOptions global) {
    ExportRequest request = plan.request();
    List<String> words = new ArrayList<>(List.of("pgstow", "export"));
    origin.describe(words, plan.answers().text(ExportQuestions.DATABASE).orElse(""));
    flag(words, "--database-id", request.databaseId().toString());
    flag(words, "--author", request.author());
    flag(words, "--extension-name", request.extensionName());
    flag(words, "--meta-extension-name", request.metaExtensionName());
    request.schemas().ifPresent(schemas -> flag(words, "--schemas", String.join(",", schemas)));
    if (!request.outdir().equals(packages)) {
      flag(words, "--outdir", request.outdir().toString());
    }
    if (!request.serviceOutdir().equals(request.outdir())) {
      flag(words, "--service-outdir", request.serviceOutdir().toString());
    }
    if (request.requires() instanceof Requires.Pgpm) {
      flag(words, "--requires", "pgpm");
    } else if (request.requires() instanceof Requires.Listed listed) {
      flag(words, "--requires", String.join(",", listed.names()));
    }
    list(words, "--exclude-categories", request.excludeCategories());
    list(words, "--exclude-table", request.excludeTables());
    list(words, "--meta-schema", request.extraMetaSchemas());
    request.repoName().ifPresent(name -> flag(words, "--repo-name", name));
    request.username().ifPresent(name -> flag(words, "--username", name));
    when(words, request.keepUnselected(), "--keep-unselected");
    when(words, request.skipSchemaRenaming(), "--skip-schema-renaming");
    when(words, request.includeSecrets(), "--include-secrets");
    when(words, request.keepTimestamps(), "--keep-timestamps");
    words.addAll(global.place());
    return origin.environment() + ShellWords.join(words);
  }

  private static void flag(List<String> words, String name, String value) {
    words.add(name);
    words.add(value);
  }

  private static void list(List<String> words, String name, List<String> values) {
    if (!values.isEmpty()) {
      flag(words, name, String.join(",", values));
    }
  }

  private static void when(List<String> words, boolean on, String name) {
    if (on) {
      words.add(name);
    }
  }
}
