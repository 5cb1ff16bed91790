package dev.pgstow.rows;

import java.nio.file.Path;

/**
 * An export of table data.
 *
 * @param database the Postgres database
 * @param directory where the files go; made if it is missing
 * @param jobs connections that read, at least 1
 * @param start what to do about an earlier export in the directory
 */
public record DataRequest(
    String database, Path directory, TableChoice choice, FileForm form, int jobs, Start start) {

  /** The same with another start. */
  public DataRequest with(Start other) {
    return new DataRequest(database, directory, choice, form, jobs, other);
  }

  /** What to do about an earlier export in the directory. */
  public enum Start {
    /** A finished one stays, and is an error; an unfinished one is begun anew. */
    FRESH,
    /** It makes room. */
    REPLACE,
    /** An unfinished one is gone on with; a finished one is left as it is. */
    RESUME
  }
}
