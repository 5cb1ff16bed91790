package dev.pgstow.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Stages small pairs of modules as an export does. */
final class Exports {
  static final ModuleSpec SPEC =
      new ModuleSpec(
          "Ann Lee <ann@x.org>",
          "A test",
          List.of("plpgsql"),
          "",
          "",
          "postgresql://localhost/x",
          Map.of("b", List.of("x"), "a", 1));

  private Exports() {}

  static ModuleTarget target(Path outdir, String name) {
    return new ModuleTarget(name, outdir.resolve(name));
  }

  /** Writes changes named {@code names}; {@code version} is in every script. */
  static void write(StagedModule module, String version, Collection<String> names)
      throws IOException {
    List<PlannedChange> changes = new ArrayList<>();
    for (String name : names) {
      for (String folder : Layout.SCRIPTS) {
        module.write(folder + "/" + name + ".sql", "-- " + folder + " " + name + " " + version);
      }
      changes.add(new PlannedChange(name, List.of(), "add " + name));
    }
    module.finish(SPEC, changes);
  }

  /** Stages and commits one module. */
  static void export(ModuleTarget target, String version, String... names) throws IOException {
    try (Staging staging = Staging.open(List.of(target), quick(SwapHook.NONE))) {
      write(staging.module(target), version, List.of(names));
      staging.commit();
    }
  }

  /** Recovers without flushing. */
  static List<Path> recover(Path root, Path... outputFolders) {
    return Staging.recover(root, List.of(outputFolders), quick(SwapHook.NONE));
  }

  /** Settings without the flush of whole file systems. */
  static StagingSettings quick(SwapHook hook) {
    return new StagingSettings(2, DiskFileMaker::new, new NoDurability(), hook);
  }

  /** Every file and link below a folder by path, with its contents; folders without. */
  static Map<String, String> tree(Path root) {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        String name = root.relativize(path).toString();
        if (Files.isSymbolicLink(path)) {
          found.put(name, "-> " + Files.readSymbolicLink(path));
        } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          found.put(name, "/");
        } else {
          found.put(name, Files.readString(path));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static final class NoDurability implements Durability {
    @Override
    public void fileSystems(Collection<Path> folders) {}

    @Override
    public void file(FileChannel channel) {}

    @Override
    public void folder(Path folder) {}
  }
}
