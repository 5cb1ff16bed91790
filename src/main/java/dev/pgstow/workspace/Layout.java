package dev.pgstow.workspace;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a module is made of, and whose each piece is. */
final class Layout {
  static final String PLAN = "pgpm.plan";
  static final String MANIFEST = ".pgstow.json";

  /** Folders that an export writes anew. */
  static final List<String> SCRIPTS = List.of("deploy", "revert", "verify");

  /** Files that a new module gets and that are the user's from then on. */
  static final List<String> SCAFFOLD = List.of("Makefile", "package.json", "README.md");

  private Layout() {}

  /** Whether a folder holds nothing of a module yet. */
  static boolean isNew(Path directory, String module) {
    return SCRIPTS.stream().noneMatch(item -> isThere(directory.resolve(item)))
        && files(module).stream().noneMatch(item -> isThere(directory.resolve(item)));
  }

  /** Whether there is something at a path, be it a dangling link. */
  static boolean isThere(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  static String control(String module) {
    return module + ".control";
  }

  /** Files that an export writes anew. */
  static List<String> files(String module) {
    return List.of(PLAN, control(module), MANIFEST);
  }

  /** What of a module a swap may touch, in the order it does. */
  static List<String> swapped(String module) {
    List<String> items = new ArrayList<>(SCRIPTS);
    items.addAll(files(module));
    items.addAll(SCAFFOLD);
    return items;
  }
}
