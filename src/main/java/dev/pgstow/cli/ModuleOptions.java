package dev.pgstow.cli;

import dev.pgstow.failure.Failure;
import dev.pgstow.workspace.Module;
import dev.pgstow.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Names one module: as argument, by flag, or by standing in its folder. */
final class ModuleOptions {
  private static final int SHOWN = 12;

  @Parameters(
      arity = "0..1",
      paramLabel = "MODULE",
      description = "The module; default: the one of this folder.")
  private @Nullable String name;

  @Option(names = "--package", paramLabel = "MODULE", description = "The module, as pgpm takes it.")
  private @Nullable String packageName;

  /**
   * The module that is named.
   *
   * @throws Failure {@code module-twice} if it is named twice, and differently
   */
  Optional<String> given() {
    return given(Optional.ofNullable(name), Optional.ofNullable(packageName));
  }

  private static Optional<String> given(Optional<String> argument, Optional<String> flag) {
    if (argument.isPresent() && flag.isPresent() && !argument.equals(flag)) {
      throw Failure.usage(
          "module-twice",
          "Two modules are named: " + argument.get() + " and " + flag.get() + ".",
          "Name one.");
    }
    return argument.or(() -> flag);
  }

  /**
   * The module that is named, else the one whose folder this is or is in.
   *
   * @throws Failure {@code module-needed}
   */
  String one(Workspace workspace, Path directory) {
    return one(given(), workspace, directory);
  }

  static String one(Optional<String> named, Workspace workspace, Path directory) {
    return named
        .or(() -> here(workspace, directory))
        .orElseThrow(() -> needed(workspace, directory));
  }

  /** The module whose folder this is or is in. */
  static Optional<String> here(Workspace workspace, Path directory) {
    Path real = real(directory);
    return workspace.modules().all().stream()
        .filter(module -> real.startsWith(real(module.directory())))
        .max(Comparator.comparingInt(module -> real(module.directory()).getNameCount()))
        .map(Module::name);
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      // Not there: then by its name.
      return path.toAbsolutePath().normalize();
    }
  }

  private static Failure needed(Workspace workspace, Path directory) {
    List<String> names = workspace.modules().names().stream().sorted().toList();
    String some = String.join(", ", names.stream().limit(SHOWN).toList());
    return Failure.usage(
        "module-needed",
        directory + " is not in a module, and none is named.",
        names.isEmpty()
            ? "The workspace has no modules; see \"packages\" in its pgpm.json."
            : "Name one: " + some + (names.size() > SHOWN ? ", …" : "") + ".");
  }
}
