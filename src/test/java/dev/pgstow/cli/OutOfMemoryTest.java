package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutOfMemoryTest {
  @TempDir Path folder;

  /** As where a script does not fit into memory, but without filling it. */
  private static final class Full extends OutputStream {
    private boolean thrown;

    @Override
    public void write(int b) {
      if (!thrown) {
        thrown = true;
        throw new OutOfMemoryError("Java heap space");
      }
    }
  }

  @Test
  void tooSmallAHeapIsAFailureThatSaysWhatToDo() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new PgstowCommandLine(
                new Surroundings(
                    Map.of(),
                    folder,
                    "tester",
                    folder,
                    new PrintStream(new Full(), true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    ""))
            .run("config");
    String said = err.toString(StandardCharsets.UTF_8);
    assertEquals(1, code, said);
    assertTrue(said.contains("PGSTOW_JAVA_OPTS=-Xmx"), said);
    assertFalse(said.contains("\tat "), said);
  }
}
