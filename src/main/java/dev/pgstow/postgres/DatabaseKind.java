package dev.pgstow.postgres;

/** What a database looks like at first sight. */
public enum DatabaseKind {
  /** It has {@code metaschema_public.database}. */
  CONSTRUCTIVE,
  /** It has not. */
  PLAIN,
  /** This role can't look, or it took too long. */
  NO_ACCESS
}
