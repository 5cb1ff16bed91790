package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Exports one pair of modules in two versions in turn until it is killed; a process of its own. */
final class KilledExport {
  private static final List<String> NAMES =
      IntStream.range(0, 60).mapToObj(i -> "schemas/s" + i % 7 + "/t" + i + "/table").toList();

  private KilledExport() {}

  public static void main(String[] args) throws IOException {
    List<ModuleTarget> pair = pair(Path.of(args[0]));
    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      for (int i = 1; ; i++) {
        if (done(pair, 1 + i % 2)) {
          out.write('.');
        }
      }
    }
  }

  /** Whether nobody else was exporting there. */
  private static boolean done(List<ModuleTarget> pair, int version) throws IOException {
    try {
      export(pair, version);
      return true;
    } catch (Failure e) {
      if (e.ident().equals("export-running")) {
        return false;
      }
      throw e;
    }
  }

  static List<ModuleTarget> pair(Path root) {
    return List.of(
        Exports.target(root.resolve("packages"), "crm"),
        Exports.target(root.resolve("services"), "crm-svc"));
  }

  static void export(List<ModuleTarget> pair, int version) throws IOException {
    try (Staging staging = Staging.open(pair, Exports.quick(SwapHook.NONE))) {
      for (ModuleTarget target : pair) {
        Exports.write(staging.module(target), "v" + version, NAMES.subList(0, 50 + version));
      }
      staging.commit();
    }
  }
}
