package dev.pgstow.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StagingFailureTest {
  private static final Path MODULE = Path.of("/out/crm");
  private static final Path FRESH = Path.of("/out/.pgstow-stage-1/new/crm");

  private static Failure of(IOException error) {
    return StagingFailure.of(error, MODULE, FRESH);
  }

  private static void assertCollision(String name, IOException error) {
    Failure failure = of(error);
    assertEquals("file-collision", failure.ident());
    assertTrue(failure.getMessage().startsWith("Two generated files of /out/crm can't both"));
    assertTrue(failure.getMessage().endsWith("one is " + name + "."), failure.getMessage());
  }

  @Test
  void aCollisionIsToldByItsNameInTheModule() {
    assertCollision(
        "deploy/a.sql", new FileAlreadyExistsException(FRESH.resolve("deploy/a.sql").toString()));
    assertCollision("/elsewhere", new FileAlreadyExistsException("/elsewhere"));
    assertCollision("", new FileSystemException(null, null, "Not a directory"));
    assertCollision("x", new FileSystemException("x", null, "Is a directory"));
  }

  @Test
  void aWriterThreadTellsTheFileItWasAt() {
    FileSystemException error = new FileAlreadyExistsException("the folder above");
    assertCollision("deploy/a.sql", new StagingException(error, FRESH.resolve("deploy/a.sql")));
    assertCollision("", new StagingException(error, null));
    assertSame(error, of(new StagingException(error, null)).getCause());
  }

  @Test
  void anyOtherErrorIsTheDisks() {
    for (IOException error :
        new IOException[] {
          new IOException("Is a directory"),
          new FileSystemException("x", null, "broken"),
          new FileSystemException("x")
        }) {
      for (IOException told : new IOException[] {error, new StagingException(error, FRESH)}) {
        assertEquals("disk-error", of(told).ident());
        assertTrue(of(told).getMessage().startsWith("Could not write beside /out/crm: "));
        assertSame(error, of(told).getCause());
      }
    }
  }
}
