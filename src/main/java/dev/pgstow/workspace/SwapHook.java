package dev.pgstow.workspace;

import java.io.IOException;

/** Told before each step that changes what is on disk; tests crash there. */
interface SwapHook {
  SwapHook NONE = step -> {};

  void before(String step) throws IOException;
}
