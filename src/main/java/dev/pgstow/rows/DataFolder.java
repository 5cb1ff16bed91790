package dev.pgstow.rows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.workspace.DiskFailure;
import dev.pgstow.workspace.FilePath;
import dev.pgstow.workspace.Sha256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The directory of an export. While a run has it, its journal is there and locked; a file has its
 * name once it is whole, and {@code metadata.json} comes last. Closing leaves finished files with
 * their journal, or if there are none, nothing.
 */
final class DataFolder implements AutoCloseable {
  private static final String JOURNAL = ".pgstow-data.journal";
  private static final String TEMPORARY = ".part";
  // On Windows a locked range can't be read.
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final Path directory;
  private final boolean made;
  private final FileChannel channel;
  private final DataJournal journal;
  private boolean begun;
  private boolean complete;

  private DataFolder(Path directory, boolean made, FileChannel channel, DataJournal journal) {
    this.directory = directory;
    this.made = made;
    this.channel = channel;
    this.journal = journal;
  }

  /**
   * Takes the directory, making it if need be.
   *
   * @throws Failure {@code export-running} if another run has it, {@code journal-malformed}, or
   *     what is wrong with the disk
   */
  static DataFolder open(Path directory) {
    boolean made = !Files.exists(directory);
    try {
      Files.createDirectories(directory);
      Path file = directory.resolve(JOURNAL);
      FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              LinkOption.NOFOLLOW_LINKS);
      boolean kept = false;
      try {
        if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
          throw running(directory);
        }
        DataFolder folder =
            new DataFolder(directory, made, channel, DataJournal.read(channel, file));
        kept = true;
        return folder;
      } catch (OverlappingFileLockException e) {
        throw running(directory);
      } finally {
        if (!kept) {
          channel.close();
        }
      }
    } catch (IOException e) {
      throw DiskFailure.of(e, "write to", directory);
    }
  }

  /** What is in a directory, which may be missing; takes nothing and changes nothing. */
  static EarlierExport look(Path directory) {
    if (Files.exists(directory.resolve(FileNames.METADATA))) {
      return EarlierExport.FINISHED;
    }
    try {
      Path journal = directory.resolve(JOURNAL);
      return Files.exists(journal) && Files.size(journal) > 0
          ? EarlierExport.UNFINISHED
          : EarlierExport.NONE;
    } catch (IOException e) {
      throw DiskFailure.of(e, "read", directory);
    }
  }

  private static Failure running(Path directory) {
    return Failure.failed(
        "export-running",
        "Another export is writing to " + directory + ".",
        "Wait for it, or choose another --output-dir.");
  }

  /** Whether the text is the name of a file directly in a directory, and not one of our own. */
  static boolean isOneName(String name) {
    return FilePath.problem(name).isEmpty()
        && name.indexOf('/') < 0
        && !name.startsWith(".")
        && !name.equals(FileNames.METADATA);
  }

  /** The metadata of a finished export that is here. */
  Optional<Metadata> earlier() {
    return Files.exists(directory.resolve(FileNames.METADATA))
        ? Optional.of(Metadata.read(directory))
        : Optional.empty();
  }

  /** What goes into the metadata of a finished export that is about to be replaced. */
  static Failure exists(Path directory) {
    return new Failure(
        ExitCode.DECLINED,
        "export-exists",
        "There is a finished export in " + directory + ".",
        "Choose another --output-dir, or replace it with --yes.",
        null);
  }

  /**
   * The tables that an unfinished run left, with files that are still what they were.
   *
   * @throws Failure {@code resume-differs} if that run had other options
   */
  Map<TableName, ExportedTable> resume(JsonNode options) {
    if (journal.isEmpty()) {
      return Map.of();
    }
    requireSame("unfinished", journal.options(), options);
    Map<TableName, ExportedTable> sound = new HashMap<>();
    try {
      for (ExportedTable table : List.copyOf(journal.finished().values())) {
        Path file = directory.resolve(table.file());
        if (Files.isRegularFile(file)
            && Files.size(file) == table.bytes()
            && Sha256.of(file).equals(table.sha256())) {
          sound.put(table.name(), table);
        }
      }
    } catch (IOException e) {
      throw DiskFailure.of(e, "read", directory);
    }
    journal.finished().keySet().retainAll(sound.keySet());
    return sound;
  }

  /**
   * Gives the tables of a finished export.
   *
   * @throws Failure {@code resume-differs} if it had other options
   */
  List<ExportedTable> finished(Metadata earlier, JsonNode options) {
    requireSame("finished", earlier.options(), options);
    // A run that was killed right behind its last step leaves its journal.
    complete = true;
    return earlier.tables();
  }

  private void requireSame(String which, JsonNode earlier, JsonNode options) {
    if (!earlier.equals(options)) {
      throw Failure.usage(
          "resume-differs",
          "The " + which + " export in " + directory + " has other options: " + earlier,
          "Give the same ones, or begin anew without --resume.");
    }
  }

  /** The snapshots of all runs. */
  List<Moment> moments() {
    return List.copyOf(journal.moments());
  }

  /**
   * Begins a run: removes what earlier ones left, save what is gone on with.
   *
   * @param resumes whether finished tables stay
   * @throws Failure {@code file-exists} if a file that no export made is in the way
   */
  void begin(JsonNode options, Moment moment, List<String> files, boolean resumes) {
    try {
      Optional<Metadata> earlier = earlier();
      List<String> ours = new ArrayList<>(journal.files());
      earlier.ifPresent(it -> it.tables().forEach(table -> ours.add(table.file())));
      for (String file : files) {
        if (!ours.contains(file) && Files.exists(directory.resolve(file))) {
          throw Failure.failed(
              "file-exists",
              directory.resolve(file) + " is there already, and pgstow did not make it.",
              "Choose another --output-dir, or move the file away.");
        }
      }
      begun = true;
      Files.deleteIfExists(directory.resolve(FileNames.METADATA));
      Set<String> kept =
          resumes
              ? Set.copyOf(journal.finished().values().stream().map(ExportedTable::file).toList())
              : Set.of();
      for (String file : ours) {
        if (isOneName(file) && !kept.contains(file)) {
          Files.deleteIfExists(directory.resolve(file));
          Files.deleteIfExists(temporary(file));
        }
      }
      if (!resumes) {
        journal.clear();
      }
      journal.begin(options, moment, files);
    } catch (IOException e) {
      throw DiskFailure.of(e, "write to", directory);
    }
  }

  /** What a file is called until it is whole. */
  Path temporary(String file) {
    return directory.resolve("." + file + TEMPORARY);
  }

  /** Gives a file its name and notes that its table is done. From any thread. */
  synchronized void finished(ExportedTable table) {
    try {
      Files.move(
          temporary(table.file()),
          directory.resolve(table.file()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      journal.finished(table);
    } catch (IOException e) {
      throw DiskFailure.of(e, "write to", directory);
    }
  }

  /** All finished tables. */
  synchronized List<ExportedTable> finished() {
    return List.copyOf(journal.finished().values());
  }

  /** Ends the export: with this file it is complete. */
  void complete(byte[] metadata) {
    Path writing = temporary(FileNames.METADATA);
    try {
      // Anew, so that it can't be somebody's link.
      Files.deleteIfExists(writing);
      Files.write(writing, metadata, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try (FileChannel file = FileChannel.open(writing, StandardOpenOption.WRITE)) {
        file.force(true);
      }
      Files.move(
          writing,
          directory.resolve(FileNames.METADATA),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      complete = true;
    } catch (IOException e) {
      throw DiskFailure.of(e, "write", directory.resolve(FileNames.METADATA));
    }
  }

  @Override
  public void close() {
    try {
      boolean useless = complete || journal.finished().isEmpty() && (begun || journal.isEmpty());
      if (begun && !complete) {
        Files.deleteIfExists(temporary(FileNames.METADATA));
        for (String file : journal.files()) {
          Files.deleteIfExists(temporary(file));
        }
      }
      channel.close();
      if (useless) {
        Files.deleteIfExists(directory.resolve(JOURNAL));
      }
      if (made && useless && !complete) {
        Files.deleteIfExists(directory);
      }
    } catch (IOException e) {
      // The next run removes what is left.
      return;
    }
  }
}
