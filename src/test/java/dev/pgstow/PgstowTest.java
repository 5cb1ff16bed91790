package dev.pgstow;

import org.junit.jupiter.api.Test;

class PgstowTest {
  @Test
  void runs() {}
}
