package dev.pgstow.catalog;

/** Objects for people. */
final class Describe {
  private Describe() {}

  /** Such as {@code table app.users} and {@code trigger touch on app.users}. */
  static String of(ObjectIdentity identity) {
    String name =
        identity.schema().map(schema -> schema + "." + identity.name()).orElse(identity.name());
    return identity.kind().label()
        + " "
        + name
        + (identity.qualifier().isEmpty() ? "" : " (" + identity.qualifier() + ")");
  }
}
