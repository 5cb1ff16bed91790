package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.failure.NearNames;
import dev.pgstow.workspace.Change;
import dev.pgstow.workspace.Module;
import dev.pgstow.workspace.ModuleMap;
import dev.pgstow.workspace.Plan;
import dev.pgstow.workspace.Reference;
import dev.pgstow.workspace.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Tags changes, in the plan. The rest of the plan stays as it is, byte for byte. */
public final class Tagger {

  /**
   * Tags.
   *
   * @throws Failure {@code module-unknown}, {@code tag-exists}, {@code tag-name-unsafe}, {@code
   *     reference-unknown}, {@code plan-empty}, {@code plan-unwritable}
   */
  public Tag run(TagRequest request) {
    Module module = module(request);
    Plan plan = module.plan();
    Tag tag =
        new Tag(
            request.name(),
            change(request, plan).name(),
            request.timestamp(),
            request.planner(),
            request.comment().filter(it -> !it.isBlank()).orElse(request.name()));
    write(module.planFile(), plan.withTag(tag).text());
    return tag;
  }

  private static Module module(TagRequest request) {
    ModuleMap modules = request.workspace().modules();
    return modules
        .find(request.module())
        .orElseThrow(
            () ->
                Failure.usage(
                    "module-unknown",
                    "There is no module \"" + request.module() + "\" in the workspace.",
                    "Nearest names: "
                        + String.join(", ", NearNames.to(request.module(), modules.names(), 3))
                        + "."));
  }

  private static Change change(TagRequest request, Plan plan) {
    if (plan.changes().isEmpty()) {
      throw Failure.failed(
          "plan-empty", "The plan of " + request.module() + " has no change to tag.", "");
    }
    Optional<String> wanted = request.change();
    if (wanted.isEmpty()) {
      return plan.changes().get(plan.changes().size() - 1);
    }
    return plan.find(Reference.parse(wanted.get()))
        .orElseThrow(
            () ->
                Failure.usage(
                    "reference-unknown",
                    "The plan of " + request.module() + " has no " + wanted.get() + ".",
                    "Nearest names: "
                        + String.join(
                            ", ",
                            NearNames.to(
                                wanted.get(),
                                plan.changes().stream().map(Change::name).toList(),
                                3))
                        + "."));
  }

  /** Whole or not at all. */
  private static void write(Path file, String text) {
    try {
      Path real = file.toRealPath();
      Path beside = Files.createTempFile(real.resolveSibling(""), ".pgpm.plan-", ".new");
      try {
        Files.write(beside, text.getBytes(StandardCharsets.UTF_8));
        copyPermissions(real, beside);
        Files.move(
            beside, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw Failure.failed(
          "plan-unwritable",
          file + " can't be written: " + e.getMessage(),
          "Check the permissions of its folder and the free space; nothing was changed.",
          e);
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    if (from.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }
  }
}
