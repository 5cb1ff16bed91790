package dev.pgstow.rows;

/** What an earlier export left in a directory. */
public enum EarlierExport {
  /** Nothing. */
  NONE,
  /** Finished tables and a journal, which {@link DataRequest.Start#RESUME} goes on with. */
  UNFINISHED,
  /** A whole export, which goes only with {@link DataRequest.Start#REPLACE}. */
  FINISHED
}
