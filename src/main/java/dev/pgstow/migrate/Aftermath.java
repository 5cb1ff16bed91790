package dev.pgstow.migrate;

/**
 * What a failure leaves behind.
 *
 * @param state what has become of the database, as a sentence
 * @param advice what to do, as a sentence
 */
record Aftermath(String state, String advice) {
  @Override
  public String toString() {
    return advice.isEmpty() ? state : state + " " + advice;
  }
}
