package dev.pgstow.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** Folders below a root that match {@code packages} globs such as {@code packages/*}. */
final class PackageGlobs {
  private static final int MAX_DEPTH = 8;

  private final Path root;
  private final List<String> globs;

  PackageGlobs(Path root, List<String> globs) {
    this.root = root;
    this.globs = globs;
  }

  /** The matching folders, in the order of the globs; those of {@code !globs} taken out. */
  Set<Path> folders() {
    Set<Path> found = new LinkedHashSet<>();
    for (String glob : globs) {
      if (glob.startsWith("!")) {
        found.removeAll(expand(glob.substring(1)));
      } else {
        found.addAll(expand(glob));
      }
    }
    return found;
  }

  private List<Path> expand(String glob) {
    List<Path> level = List.of(root);
    boolean named = true;
    for (String segment : glob.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".")) {
        continue;
      }
      List<Path> next = new ArrayList<>();
      for (Path folder : level) {
        step(folder, segment, named, next);
      }
      named &= isName(segment);
      level = next;
    }
    return level;
  }

  private static boolean isName(String segment) {
    return segment.chars().noneMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  private static void step(Path folder, String segment, boolean named, List<Path> into) {
    if (segment.equals("**")) {
      into.add(folder);
      deeper(folder, named, MAX_DEPTH, into);
    } else if (isName(segment)) {
      Path child = folder.resolve(segment).normalize();
      if (Files.isDirectory(child)) {
        into.add(child);
      }
    } else {
      PathMatcher matcher = matcher(folder, segment);
      children(folder, named).stream()
          .filter(it -> matcher.matches(it.getFileName()))
          .forEach(into::add);
    }
  }

  private static PathMatcher matcher(Path folder, String segment) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + segment);
    } catch (PatternSyntaxException e) {
      return folder.getFileSystem().getPath(segment)::equals;
    }
  }

  private static void deeper(Path folder, boolean named, int depth, List<Path> into) {
    if (depth > 0) {
      for (Path child : children(folder, named)) {
        into.add(child);
        deeper(child, false, depth - 1, into);
      }
    }
  }

  /**
   * The visible folders in a folder.
   *
   * @param named whether the glob names the folder, rather than matches it
   */
  private static List<Path> children(Path folder, boolean named) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path child : stream) {
        String name = child.getFileName().toString();
        if (!name.startsWith(".") && !name.equals("node_modules") && Files.isDirectory(child)) {
          found.add(child);
        }
      }
    } catch (IOException e) {
      // One that just happens to be there may belong to somebody else, such as a database server.
      if (named || !(e instanceof AccessDeniedException)) {
        throw DiskFailure.of(e, "list", folder);
      }
    }
    found.sort(null);
    return found;
  }
}
