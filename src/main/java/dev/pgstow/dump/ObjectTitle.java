package dev.pgstow.dump;

import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.catalog.ObjectKind;

/** Objects as people name them; safe to print. */
public final class ObjectTitle {
  private ObjectTitle() {}

  /** Such as {@code function app.area(integer)} and {@code policy owner on app.users}. */
  public static String of(ObjectIdentity identity) {
    return ObjectText.title(identity);
  }

  /** The same without the kind. */
  public static String withoutKind(ObjectIdentity identity) {
    return ObjectText.title(identity).substring(identity.kind().label().length() + 1);
  }

  /** A heading above several of a kind, such as {@code Text search dictionaries}. */
  public static String plural(ObjectKind kind) {
    String label = kind.label();
    String plural =
        switch (kind) {
          case STATISTICS, DEFAULT_PRIVILEGES -> label;
          case INDEX, OPERATOR_CLASS -> label + "es";
          case POLICY, OPERATOR_FAMILY, TEXT_SEARCH_DICTIONARY ->
              label.substring(0, label.length() - 1) + "ies";
          default -> label + "s";
        };
    return Character.toUpperCase(plural.charAt(0)) + plural.substring(1);
  }
}
