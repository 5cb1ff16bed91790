package dev.pgstow.cli;

import dev.pgstow.drift.DeclaredSource;
import dev.pgstow.dump.Manifest;
import dev.pgstow.failure.Failure;
import dev.pgstow.prompt.Choice;
import dev.pgstow.workspace.Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sources near a person: folders of SQL where the person is, and modules of the workspace. */
final class Sources {
  private static final String FILES = "files:";
  private static final String MODULE = "module:";

  private final DetourSite site;

  Sources(DetourSite site) {
    this.site = site;
  }

  /** Whether there is any. */
  boolean isThereAny() {
    return !folders().isEmpty() || !modules().isEmpty();
  }

  /** All of them, folders first. */
  List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    for (Path folder : folders()) {
      String name = site.shown(folder);
      choices.add(new Choice(FILES + folder, name, List.of("folder")));
    }
    modules().forEach(name -> choices.add(new Choice(MODULE + name, name, List.of("module"))));
    return choices;
  }

  /** The source of a choice's value. */
  DeclaredSource of(String value) {
    return value.startsWith(MODULE)
        ? SourceOptions.module(site.workspace(), value.substring(MODULE.length()), Optional.empty())
        : new DeclaredSource.Files(Path.of(value.substring(FILES.length())));
  }

  /** Modules that are people's own, not installed ones. */
  List<String> modules() {
    Path installed = site.workspace().root().resolve(site.workspace().extensionsDir());
    return site.workspace().modules().all().stream()
        .filter(module -> !module.directory().startsWith(installed))
        .map(Module::name)
        .sorted()
        .toList();
  }

  private List<Path> folders() {
    try (Stream<Path> entries = Files.list(site.directory())) {
      return entries.filter(Sources::isSource).sorted().toList();
    } catch (IOException e) {
      throw Failure.failed(
          "disk-error", "Could not read " + site.directory() + ": " + e.getMessage() + ".", "", e);
    }
  }

  /** A dump, or the folder that {@code pgstow drift} takes if none is named. */
  private static boolean isSource(Path folder) {
    return Files.isDirectory(folder)
        && (folder.endsWith(SourceOptions.FOLDER) || Files.exists(folder.resolve(Manifest.NAME)));
  }
}
