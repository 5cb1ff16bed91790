package dev.pgstow.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A pgpm workspace: the folder with {@code pgpm.json} or {@code pgpm.config.js}.
 *
 * @param root absolute
 * @param packages globs of module folders, relative to the root
 * @param extensionsDir folder of installed modules, relative to the root
 */
public record Workspace(Path root, List<String> packages, String extensionsDir) {
  private static final String MARKER = "pgpm.json";
  private static final String SCRIPT_MARKER = "pgpm.config.js";
  private static final List<String> DEFAULT_PACKAGES = List.of("packages/*", "extensions/*");
  private static final String DEFAULT_EXTENSIONS = "extensions";
  private static final String NEW =
      "{\n  \"packages\": [\n    \"packages/*\",\n    \"extensions/*\"\n  ]\n}\n";

  /** Copies the list. */
  public Workspace {
    packages = List.copyOf(packages);
  }

  /**
   * The nearest workspace at or above a folder.
   *
   * @throws Failure {@code workspace-not-found}, or {@code workspace-invalid} if its {@code
   *     pgpm.json} can't be understood
   */
  public static Workspace find(Path start) {
    return findIfAny(start)
        .orElseThrow(
            () ->
                Failure.failed(
                    "workspace-not-found",
                    "There is no pgpm workspace (pgpm.json) in "
                        + start.toAbsolutePath().normalize()
                        + " or above it.",
                    "Make one with `pgstow init`, or name its folder with --cwd."));
  }

  /** As {@link #find}, for those who can do without. */
  public static Optional<Workspace> findIfAny(Path start) {
    for (Path at = start.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve(MARKER))) {
        return Optional.of(read(at));
      }
      if (Files.isRegularFile(at.resolve(SCRIPT_MARKER))) {
        return Optional.of(new Workspace(at, DEFAULT_PACKAGES, DEFAULT_EXTENSIONS));
      }
    }
    return Optional.empty();
  }

  private static Workspace read(Path root) {
    Path file = root.resolve(MARKER);
    JsonNode json;
    try {
      json = new JsonMapper().readTree(TextFile.read(file));
    } catch (JsonProcessingException e) {
      throw invalid(file, "it is not valid JSON: " + JsonProblem.of(e), e);
    }
    if (!json.isObject()) {
      throw invalid(file, "it must hold an object", null);
    }
    List<String> globs = new ArrayList<>();
    JsonNode packages = json.path("packages");
    if (!packages.isMissingNode() && !packages.isArray()) {
      throw invalid(file, "\"packages\" must be a list of globs", null);
    }
    for (JsonNode glob : packages) {
      if (!glob.isTextual() || glob.textValue().isBlank()) {
        throw invalid(file, "\"packages\" must be a list of globs", null);
      }
      globs.add(glob.textValue());
    }
    String extensions = json.path("extensionsDir").asText(DEFAULT_EXTENSIONS);
    return new Workspace(root, packages.isArray() ? globs : DEFAULT_PACKAGES, extensions);
  }

  private static Failure invalid(Path file, String why, @Nullable Throwable cause) {
    return new Failure(
        ExitCode.FAILED,
        "workspace-invalid",
        file + " can't be understood: " + why + ".",
        "It should look like {\"packages\": [\"packages/*\", \"extensions/*\"]}.",
        cause);
  }

  /**
   * Makes a workspace: {@code pgpm.json} and {@code packages/}.
   *
   * @throws Failure {@code workspace-exists} if the folder is one already
   */
  public static Workspace init(Path directory) {
    Path root = directory.toAbsolutePath().normalize();
    try {
      if (Files.exists(root.resolve(SCRIPT_MARKER))) {
        throw new FileAlreadyExistsException(SCRIPT_MARKER);
      }
      Files.createDirectories(root);
      Files.write(
          root.resolve(MARKER),
          NEW.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE);
      Files.createDirectories(root.resolve("packages"));
    } catch (FileAlreadyExistsException e) {
      throw Failure.failed(
          "workspace-exists",
          Files.isDirectory(root)
              ? root + " is a workspace already."
              : root + " is a file, not a folder.",
          "Choose another folder.",
          e);
    } catch (IOException e) {
      throw DiskFailure.of(e, "make a workspace in", root);
    }
    return new Workspace(root, DEFAULT_PACKAGES, DEFAULT_EXTENSIONS);
  }

  /** Its modules: those under the globs, and always the installed ones. Read anew each time. */
  public ModuleMap modules() {
    Set<Path> seen = new LinkedHashSet<>();
    List<Module> modules = new ArrayList<>();
    for (Path folder : new PackageGlobs(root, globs()).folders()) {
      if (seen.add(folder)) {
        modules.addAll(modulesIn(folder));
      }
    }
    return new ModuleMap(modules);
  }

  /**
   * What to tell a user whose modules in that folder would not be found by pgpm; empty if the globs
   * cover them.
   */
  public Optional<String> coverageWarning(Path outdir) {
    Path folder = outdir.toAbsolutePath().normalize();
    if (!folder.startsWith(root)) {
      return Optional.of(folder + " lies outside the workspace " + root + ": pgpm won't find it.");
    }
    String relative = root.relativize(folder).toString().replace('\\', '/');
    Path child = root.relativize(folder.resolve("module"));
    if (globs().stream().anyMatch(glob -> covers(glob, child))) {
      return Optional.empty();
    }
    return Optional.of(
        "The packages in "
            + root.resolve(MARKER)
            + " don't cover "
            + (relative.isEmpty() ? "the workspace's own folder" : relative + "/")
            + ". Add \""
            + (relative.isEmpty() ? "*" : relative + "/*")
            + "\" to \"packages\".");
  }

  private static boolean covers(String glob, Path child) {
    try {
      String pattern = glob.endsWith("/") ? glob.substring(0, glob.length() - 1) : glob;
      pattern = pattern.startsWith("./") ? pattern.substring(2) : pattern;
      return child.getFileSystem().getPathMatcher("glob:" + pattern).matches(child);
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private List<String> globs() {
    List<String> all = new ArrayList<>(packages);
    all.add(extensionsDir + "/*");
    all.add(extensionsDir + "/@*/*");
    return all;
  }

  private static List<Module> modulesIn(Path folder) {
    List<Module> found = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.control")) {
      for (Path file : stream) {
        String name = file.getFileName().toString();
        if (Files.isRegularFile(file) && name.length() > ".control".length()) {
          found.add(new Module(name.substring(0, name.length() - ".control".length()), folder));
        }
      }
    } catch (AccessDeniedException e) {
      // As a broken module, it must not fail those who ask for another.
      return List.of();
    } catch (IOException e) {
      throw DiskFailure.of(e, "list", folder);
    }
    return found;
  }
}
