package dev.pgstow.wizard;

/**
 * Where to deploy to.
 *
 * @param create whether to make the database if it is missing
 */
public record DeployTarget(ConnectionFields server, String database, boolean create) {

  DeployTarget on(ConnectionFields other) {
    return new DeployTarget(other, database, create);
  }

  /** {@code crm_dev on postgres@localhost:5432}. */
  @Override
  public String toString() {
    return database + " on " + server;
  }
}
