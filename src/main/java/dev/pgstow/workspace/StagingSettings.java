package dev.pgstow.workspace;

import java.util.function.Supplier;

/**
 * How a staging gets at the disk.
 *
 * @param makers makes the maker of files for each writer thread
 */
record StagingSettings(
    int writerThreads, Supplier<FileMaker> makers, Durability durability, SwapHook hook) {

  static StagingSettings onDisk() {
    return new StagingSettings(2, DiskFileMaker::new, new DiskDurability(), SwapHook.NONE);
  }
}
