package dev.pgstow.demo;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A pgpm workspace to export the sample into. Its {@code extensions/} holds the modules the sample
 * server says it has, so that what is exported can be deployed with nothing but this folder.
 *
 * @param root the folder with {@code pgpm.json}
 */
public record DemoWorkspace(Path root) {
  private static final String PGPM_JSON =
      """
      {
        "name": "pgstow-demo",
        "packages": ["packages/*", "extensions/*"]
      }
      """;

  /** Makes one in a new temporary folder; the caller decides whether to keep it. */
  public static DemoWorkspace createTemporary() {
    try {
      return create(Files.createTempDirectory("pgstow-demo-"));
    } catch (IOException e) {
      throw unwritable("a temporary folder", e);
    }
  }

  /**
   * Makes one in a folder that is missing, empty, or an earlier demo workspace; {@code packages/}
   * of the latter stays as it is.
   *
   * @throws Failure {@code demo-folder-taken} if something else is there, {@code demo-folder} if it
   *     can't be written
   */
  public static DemoWorkspace create(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    try {
      if (!isOurs(root)) {
        throw Failure.usage(
            "demo-folder-taken",
            "The demo won't use " + root + ": it is neither empty nor an earlier demo workspace.",
            "Name a folder that is empty or does not exist yet.");
      }
      Files.createDirectories(root.resolve("packages"));
      for (ChangeBook module : new SampleResources().modules()) {
        Path target = root.resolve("extensions").resolve(ModuleFiles.SCOPE).resolve(module.name());
        write(target, new ModuleFiles(module).texts());
      }
      // Last: with it the folder counts as a workspace.
      Files.writeString(root.resolve("pgpm.json"), PGPM_JSON);
      return new DemoWorkspace(root);
    } catch (IOException e) {
      throw unwritable(root.toString(), e);
    }
  }

  private static boolean isOurs(Path root) throws IOException {
    if (!Files.exists(root)) {
      return true;
    }
    if (!Files.isDirectory(root)) {
      return false;
    }
    Path config = root.resolve("pgpm.json");
    if (Files.isRegularFile(config)) {
      return Files.readString(config).equals(PGPM_JSON);
    }
    try (Stream<Path> entries = Files.list(root)) {
      return entries.findAny().isEmpty();
    }
  }

  private static void write(Path module, Map<String, String> texts) throws IOException {
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path file = module.resolve(text.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.getValue());
    }
  }

  private static Failure unwritable(String folder, IOException cause) {
    return Failure.failed(
        "demo-folder",
        "The demo workspace could not be written to " + folder + ": " + cause.getMessage(),
        "Check the folder's permissions and the free space.",
        cause);
  }
}
