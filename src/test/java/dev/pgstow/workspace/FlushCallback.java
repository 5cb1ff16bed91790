package dev.pgstow.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collection;

/** Does something else where whole file systems would be flushed; there is to be one. */
class FlushCallback implements Durability {
  private final Runnable action;

  FlushCallback(Runnable action) {
    this.action = action;
  }

  /** Settings of a staging that flushes so. */
  static StagingSettings settings(Runnable action, SwapHook hook) {
    return new StagingSettings(1, DiskFileMaker::new, new FlushCallback(action), hook);
  }

  @Override
  public void fileSystems(Collection<Path> folders) {
    assertEquals(1, folders.size());
    action.run();
  }

  @Override
  public void file(FileChannel channel) {}

  @Override
  public void folder(Path folder) throws IOException {}
}
