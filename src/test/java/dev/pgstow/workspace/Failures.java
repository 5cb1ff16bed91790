package dev.pgstow.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pgstow.failure.Failure;
import org.junit.jupiter.api.function.Executable;

/** Asserts failures by ident. */
final class Failures {
  private Failures() {}

  static Failure assertFails(String ident, Executable action) {
    Failure failure = assertThrows(Failure.class, action);
    assertEquals(ident, failure.ident(), failure.getMessage());
    assertFalse(failure.getMessage().isBlank());
    return failure;
  }
}
