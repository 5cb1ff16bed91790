package dev.pgstow.install;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One run of {@link ModuleInstaller#install}. */
final class Installation implements AutoCloseable {
  private final ExtensionsFolder extensions;
  private final Npm npm;
  private final Set<String> presentModules;
  private final Consumer<String> progress;

  private final Deque<Request> open = new ArrayDeque<>();
  private final Map<String, Resolved> resolved = new LinkedHashMap<>();
  private Optional<InstallStaging> staging = Optional.empty();

  Installation(
      ExtensionsFolder extensions, Npm npm, Set<String> presentModules, Consumer<String> progress) {
    this.extensions = extensions;
    this.npm = npm;
    this.presentModules = presentModules;
    this.progress = progress;
  }

  List<Installed> run(List<Request> requests) throws IOException {
    open.addAll(requests);
    while (!open.isEmpty()) {
      Request request = open.remove();
      if (Thread.currentThread().isInterrupted()) {
        throw Failure.interrupted("Installing modules was interrupted; none was installed.");
      }
      Resolved known = resolved.get(request.spec().name());
      if (known == null) {
        resolve(request);
      } else {
        known.module().ifPresent(module -> check(request, module, true));
      }
    }
    return moveIn();
  }

  private void resolve(Request request) throws IOException {
    String name = request.spec().name();
    Optional<ModuleFolder> present = extensions.find(name);
    Resolved result;
    if (present.isPresent()) {
      check(request, present.get(), true);
      progress.accept(name + " is there already.");
      result = new Resolved(present, Optional.empty());
    } else {
      result = fetch(request);
    }
    resolved.put(name, result);
    result.module().ifPresent(module -> openDependencies(name, module));
  }

  private Resolved fetch(Request request) throws IOException {
    NpmSpec spec = request.spec();
    progress.accept("Fetching " + spec + ".");
    if (staging.isEmpty()) {
      staging = Optional.of(InstallStaging.open(extensions));
    }
    Path fetched = staging.get().newFolder();
    Path folder = staging.get().newFolder();
    new Tarball(npm.pack(spec, fetched), spec.toString()).unpack(folder);
    FolderTree.delete(fetched);
    if (!ModuleFolder.isModule(folder)) {
      if (request.wantedBy().isEmpty()) {
        throw notAModule(spec, "it has no control file or no pgpm.plan");
      }
      return leaveOut(folder, spec.name() + " is no pgpm module; left out.");
    }
    ModuleFolder module = read(spec, folder);
    check(request, module, false);
    if (presentModules.contains(module.controlName())) {
      return leaveOut(
          folder,
          spec.name() + " is left out: the workspace has the module " + module.controlName() + ".");
    }
    requireFreeName(spec, module);
    return new Resolved(Optional.of(module), Optional.of(folder));
  }

  private Resolved leaveOut(Path folder, String note) throws IOException {
    FolderTree.delete(folder);
    progress.accept(note);
    return new Resolved(Optional.empty(), Optional.empty());
  }

  private static ModuleFolder read(NpmSpec spec, Path folder) throws IOException {
    try {
      ModuleFolder module = ModuleFolder.read(folder);
      if (!module.npmName().equals(spec.name())) {
        throw notAModule(spec, "its package.json has another name");
      }
      return module;
    } catch (NotAModuleException e) {
      throw notAModule(spec, e.why());
    }
  }

  /** Whether a module is the one a request wants; a differing version is said, or refused. */
  private void check(Request request, ModuleFolder module, boolean stays) {
    NpmSpec spec = request.spec();
    if (request.controlName().filter(name -> !name.equals(module.controlName())).isPresent()) {
      throw notAModule(
          spec,
          "its module is " + module.controlName() + ", not " + request.controlName().orElse(""));
    }
    if (!stays || !spec.exact() || spec.version().equals(module.version())) {
      return;
    }
    String version = module.version().isEmpty() ? "of unknown version" : module.version();
    if (request.wantedBy().isPresent()) {
      progress.accept(
          "%s %s stays; %s asks for %s."
              .formatted(spec.name(), version, request.wantedBy().get(), spec.version()));
    } else {
      throw Failure.failed(
          "module-other-version",
          "%s was asked for, but %s %s is there or was asked for first."
              .formatted(spec, spec.name(), version),
          "Remove "
              + extensions.shown(extensions.target(spec.name()))
              + ", or ask for one version.");
    }
  }

  private void requireFreeName(NpmSpec spec, ModuleFolder module) {
    resolved.forEach(
        (name, other) -> {
          if (other
              .module()
              .filter(m -> m.controlName().equals(module.controlName()))
              .isPresent()) {
            throw Failure.failed(
                "module-name-taken",
                "%s and %s both hold the module %s."
                    .formatted(name, spec.name(), module.controlName()),
                "A workspace can have one of them; see which module depends on the other.");
          }
        });
  }

  private void openDependencies(String wantedBy, ModuleFolder module) {
    module
        .dependencies()
        .forEach(
            (name, version) ->
                NpmSpec.of(name, version)
                    .ifPresentOrElse(
                        spec ->
                            open.add(new Request(spec, Optional.empty(), Optional.of(wantedBy))),
                        () ->
                            progress.accept(
                                "A dependency of "
                                    + wantedBy
                                    + " is no registry package; left out.")));
  }

  private List<Installed> moveIn() throws IOException {
    List<Installed> installed = new ArrayList<>();
    for (String name : DependencyFirst.order(resolved)) {
      Resolved found = resolved.get(name);
      if (found != null && found.staged().isPresent() && found.module().isPresent()) {
        ModuleFolder module = found.module().get();
        Path folder = extensions.moveIn(found.staged().get(), name);
        installed.add(new Installed(name, module.controlName(), module.version(), folder));
        progress.accept(
            "Installed %s %s in %s.".formatted(name, module.version(), extensions.shown(folder)));
      }
    }
    return installed;
  }

  @Override
  public void close() {
    staging.ifPresent(InstallStaging::close);
  }

  private static Failure notAModule(NpmSpec spec, String why) {
    return Failure.failed(
        "module-not-a-pgpm-module",
        "The package " + spec + " can't be installed as a pgpm module: " + why + ".",
        "Check the name and version; a pgpm module's package holds NAME.control and a pgpm.plan"
            + " of project NAME.");
  }
}
