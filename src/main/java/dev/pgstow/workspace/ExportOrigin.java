package dev.pgstow.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a module says about the export it came from: its {@code .pgstow.json}.
 *
 * @param directory the module's
 * @param source what it was exported from, without secrets; may be empty
 * @param answers the answers that made it, by flag, a list each
 */
public record ExportOrigin(Path directory, String source, Map<String, List<String>> answers) {
  /** Copies the map. */
  public ExportOrigin {
    answers = Map.copyOf(answers);
  }

  static Optional<ExportOrigin> of(Path module) {
    Path file = module.resolve(Layout.MANIFEST);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Manifest.Contents contents = Manifest.read(file);
    return Optional.of(new ExportOrigin(module, contents.source(), contents.answers()));
  }

  /** An answer that is one text. */
  public Optional<String> text(String flag) {
    return list(flag).stream().findFirst();
  }

  /** An answer that is a list; empty if there is none. */
  public List<String> list(String flag) {
    return answers.getOrDefault(flag, List.of());
  }

  /** Whether a flag was on. */
  public boolean isOn(String flag) {
    return text(flag).filter("true"::equals).isPresent();
  }

  /**
   * Whether a generated file is no longer as the export wrote it.
   *
   * @param path relative to the module, with slashes
   * @throws dev.pgstow.failure.Failure {@code manifest-malformed}, or that it can't be read
   */
  public boolean isEdited(String path) {
    Path file = directory.resolve(path);
    KnownFiles files = Manifest.read(directory.resolve(Layout.MANIFEST)).files();
    if (!files.has(path)) {
      return false;
    }
    try {
      return !Files.isRegularFile(file) || !files.has(path, Sha256.of(file));
    } catch (IOException e) {
      throw DiskFailure.of(e, "read", file);
    }
  }
}
