package dev.pgstow.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskFailureTest {
  private static final Path PLACE = Path.of("out", "crm");

  private static Failure of(IOException error) {
    return DiskFailure.of(error, "write to", PLACE);
  }

  @ParameterizedTest
  @CsvSource({
    "No space left on device,disk-full,the disk is full",
    "There is not enough space on the disk,disk-full,the disk is full",
    "Disk quota exceeded,disk-full,your disk quota is used up",
    "Read-only file system,disk-read-only,the file system is read-only",
    "Permission denied,permission-denied,permission denied",
    "Operation not permitted,permission-denied,permission denied",
    "Too many open files,too-many-open-files,this process has too many open files",
    "File name too long,name-too-long,the name is too long",
    "Input/output error,disk-error,Input/output error"
  })
  void aReasonIsToldInPlainWords(String reason, String ident, String words) {
    for (IOException error :
        new IOException[] {
          new IOException(reason), new FileSystemException("secret/f", null, reason)
        }) {
      Failure failure = of(error);
      assertEquals(ident, failure.ident());
      assertEquals("Could not write to " + PLACE + ": " + words + ".", failure.getMessage());
      assertEquals(ident.equals("disk-error"), failure.hint().isEmpty());
      assertEquals(ExitCode.FAILED, failure.exitCode());
      assertSame(error, failure.getCause());
    }
  }

  @Test
  void anErrorWithoutAReasonIsNamed() {
    assertEquals("permission-denied", of(new AccessDeniedException("x")).ident());
    assertEquals(
        "permission-denied", of(new AccessDeniedException("x", null, "by an ACL")).ident());
    String start = "Could not write to " + PLACE + ": ";
    assertEquals(start + "NoSuchFileException.", of(new NoSuchFileException("x")).getMessage());
    assertEquals(start + "NotDirectoryException.", of(new NotDirectoryException("x")).getMessage());
    assertEquals(start + "EOFException.", of(new EOFException()).getMessage());
  }
}
