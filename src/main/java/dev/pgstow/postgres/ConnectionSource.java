package dev.pgstow.postgres;

/** Who said something about the connection; the earlier wins. */
public enum ConnectionSource {
  /** A flag, or the URL of one. */
  FLAG,
  DATABASE_URL,
  /** libpq's service file. */
  SERVICE,
  /** One of libpq's variables. */
  ENVIRONMENT,
  /** A configuration file of pgstow. */
  CONFIGURATION,
  /** Nobody. */
  DEFAULT
}
