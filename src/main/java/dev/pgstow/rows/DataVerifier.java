package dev.pgstow.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.pgstow.failure.Failure;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.workspace.DiskFailure;
import dev.pgstow.workspace.Sha256;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads an export again: sizes, hashes, well-formed JSON, keys, numbers of rows. */
public final class DataVerifier {
  private volatile boolean cancelled;

  /**
   * Verifies the export in a directory.
   *
   * @throws Failure {@code export-incomplete} or {@code metadata-malformed} if there is none,
   *     {@code interrupted}, or what is wrong with the disk
   */
  public DataVerification verify(Path directory, ProgressListener listener) {
    long startedAt = System.nanoTime();
    Metadata metadata = Metadata.read(directory);
    List<DataVerification.Problem> problems = new ArrayList<>();
    long rows = 0;
    long bytes = 0;
    for (ExportedTable table : metadata.tables()) {
      long begun = System.nanoTime();
      String name = table.name().toString();
      listener.on(new ProgressEvent.TableStarted(name, OptionalLong.of(table.rows())));
      verify(directory.resolve(table.file()), table, metadata, problems);
      rows += table.rows();
      bytes += table.bytes();
      listener.on(
          new ProgressEvent.TableFinished(
              name, table.rows(), table.bytes(), Duration.ofNanos(System.nanoTime() - begun)));
    }
    return new DataVerification(
        metadata.tables().size(),
        rows,
        bytes,
        problems,
        Duration.ofNanos(System.nanoTime() - startedAt));
  }

  private void verify(
      Path file, ExportedTable table, Metadata metadata, List<DataVerification.Problem> problems) {
    if (!Files.isRegularFile(file)) {
      problems.add(new DataVerification.Problem(table.file(), "is missing"));
      return;
    }
    try {
      long size = Files.size(file);
      if (size != table.bytes()) {
        problems.add(
            new DataVerification.Problem(
                table.file(), "has " + size + " bytes instead of " + table.bytes()));
        return;
      }
    } catch (IOException e) {
      throw DiskFailure.of(e, "read", file);
    }
    MessageDigest digest = Sha256.digest();
    try (InputStream in = Files.newInputStream(file);
        InputStream hashed = new DigestInputStream(in, digest)) {
      RowCheck check = new RowCheck(table, metadata.format(), () -> cancelled);
      String problem = check.problem(hashed, metadata.compression());
      hashed.transferTo(OutputStream.nullOutputStream());
      String hash = Sha256.hex(digest);
      if (!hash.equals(table.sha256())) {
        problems.add(new DataVerification.Problem(table.file(), "has another sha256: " + hash));
      } else if (!problem.isEmpty()) {
        problems.add(new DataVerification.Problem(table.file(), problem));
      }
    } catch (JsonProcessingException e) {
      problems.add(
          new DataVerification.Problem(
              table.file(),
              "is no JSON: "
                  + e.getOriginalMessage()
                  + " at character "
                  + e.getLocation().getCharOffset()));
    } catch (CharConversionException e) {
      problems.add(new DataVerification.Problem(table.file(), "is no JSON: " + e.getMessage()));
    } catch (IOException e) {
      throw DiskFailure.of(e, "read", file);
    }
  }

  /** Stops {@link #verify}. From any thread. */
  public void cancel() {
    cancelled = true;
  }
}
