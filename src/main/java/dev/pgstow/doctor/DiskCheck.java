package dev.pgstow.doctor;

import dev.pgstow.progress.ProgressText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Folders that are written to: whether they can be, and how much fits.
 *
 * @param folders by what they are for, such as {@code the workspace}
 */
public record DiskCheck(Map<String, Path> folders) implements Check {
  private static final String TOPIC = "disk";

  /** An embedded server takes about half of it. */
  private static final long LITTLE = 200_000_000;

  @Override
  public List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    folders.forEach((what, folder) -> found.add(finding(what, folder)));
    return found;
  }

  private static Finding finding(String what, Path folder) {
    Path there = there(folder);
    String named = folder + " (" + what + ")";
    if (!Files.isDirectory(there)) {
      return Finding.problem(
          TOPIC,
          "folder-not-writable",
          named + " can't be: " + there + " is no folder.",
          "Move that file away, or choose another folder.");
    }
    if (!Files.isWritable(there)) {
      return Finding.problem(
          TOPIC,
          "folder-not-writable",
          named + " can't be written to.",
          "Check who owns " + there + ", and whether its file system is read-only.");
    }
    try {
      long space = Files.getFileStore(there).getUsableSpace();
      return space < LITTLE
          ? Finding.warning(
              TOPIC,
              "disk-space",
              named + " has only " + ProgressText.size(space) + " left.",
              "Free space on its disk: new modules have to fit beside the old ones.")
          : Finding.ok(
              TOPIC, "disk-space", named + " is writable, " + gigabytes(space) + " are free");
    } catch (IOException e) {
      return Finding.note(
          TOPIC, "disk-space", "How much fits into " + named + " can't be told.", "");
    }
  }

  /** The folder, or the nearest above it that is there, in which it would be made. */
  private static Path there(Path folder) {
    Path at = folder.toAbsolutePath();
    while (!Files.exists(at) && at.getParent() != null) {
      at = at.getParent();
    }
    return at;
  }

  private static String gigabytes(long bytes) {
    return bytes < 1_000_000_000
        ? ProgressText.size(bytes)
        : ProgressText.count(bytes / 1_000_000_000) + " GB";
  }
}
