package dev.pgstow.install;

import dev.pgstow.failure.Failure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * An npm package's tarball, unpacked as if its author meant harm: only files and folders, only
 * below the folder given, nothing twice, and not without end.
 *
 * @param file the gzipped tar
 * @param name what to call it in messages
 * @param maxBytes how much may come out of it, headers included
 * @param maxEntries how many files and folders it may hold
 */
record Tarball(Path file, String name, long maxBytes, int maxEntries) {
  private static final long MAX_BYTES = 200L << 20;
  private static final int MAX_ENTRIES = 50_000;
  private static final int BUFFER_BYTES = 16 * 1024;
  private static final long MAX_HEADER_BYTES = 1 << 20;

  Tarball(Path file, String name) {
    this(file, name, MAX_BYTES, MAX_ENTRIES);
  }

  /**
   * Unpacks into a folder that is empty and the caller's to remove if this fails.
   *
   * @throws Failure {@code tarball-unsafe}; {@code tarball-damaged} if it is no gzipped tar; {@code
   *     install-write} if a file can't be written; {@code interrupted}
   */
  void unpack(Path folder) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream gunzip = new GZIPInputStream(new BufferedInputStream(raw));
        Allowance allowance = new Allowance(gunzip, maxBytes);
        TarArchiveInputStream tar = new TarArchiveInputStream(allowance, "UTF-8")) {
      unpack(folder, tar, allowance);
    } catch (UnsafeTarballException e) {
      throw Failure.failed(
          "tarball-unsafe",
          "The package " + name + " " + e.getMessage() + ". It was not installed.",
          "Don't use it; tell its author, or whoever runs the registry it came from.");
    } catch (ClosedByInterruptException e) {
      throw Failure.interrupted("Unpacking " + name + " was interrupted.");
    } catch (FileSystemException e) {
      throw InstallWrite.failed(name, e);
    } catch (IOException | IllegalArgumentException e) {
      throw Failure.failed(
          "tarball-damaged",
          "The package " + name + " could not be unpacked: " + e.getMessage(),
          "Try again; `npm cache verify` repairs npm's own copy.",
          e);
    }
  }

  private void unpack(Path folder, TarArchiveInputStream tar, Allowance allowance)
      throws IOException {
    int entries = 0;
    allowance.allow(MAX_HEADER_BYTES);
    for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
      if (Thread.currentThread().isInterrupted()) {
        throw new ClosedByInterruptException();
      }
      if (++entries > maxEntries) {
        throw new UnsafeTarballException("holds more than " + maxEntries + " files");
      }
      Path target = EntryName.resolve(folder, entry.getName());
      if (isFolder(entry)) {
        createFolder(target);
      } else {
        createFolder(Objects.requireNonNullElse(target.getParent(), folder));
        allowance.allow(maxBytes);
        write(tar, target);
      }
      allowance.allow(MAX_HEADER_BYTES);
    }
  }

  private static boolean isFolder(TarArchiveEntry entry) throws UnsafeTarballException {
    // TarArchiveEntry.isFile() is true for links too, so the flag itself decides.
    return switch (entry.getLinkFlag()) {
      case TarConstants.LF_DIR -> true;
      case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM, TarConstants.LF_CONTIG -> {
        if (entry.isSparse()) {
          throw new UnsafeTarballException("holds a sparse file");
        }
        yield entry.getName().endsWith("/");
      }
      case TarConstants.LF_SYMLINK, TarConstants.LF_LINK ->
          throw new UnsafeTarballException("holds a link");
      default -> throw new UnsafeTarballException("holds something that is no file");
    };
  }

  private static void createFolder(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new UnsafeTarballException("holds a file and a folder of one name");
    }
  }

  private static void write(InputStream content, Path target) throws IOException {
    try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count; (count = content.read(buffer)) > 0; ) {
        write(out, buffer, count, target);
      }
    } catch (FileAlreadyExistsException e) {
      throw new UnsafeTarballException("holds two files of one name");
    }
  }

  /** Apart from reading, so that a full disk is not taken for a damaged package. */
  private static void write(OutputStream out, byte[] buffer, int count, Path target)
      throws ClosedByInterruptException {
    try {
      out.write(buffer, 0, count);
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      throw InstallWrite.failed(target.getFileName().toString(), e);
    }
  }
}
