package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Texts of the form {@code name=value}, as reloptions and FDW options keep them. */
final class Settings {
  private Settings() {}

  /** {@code fillfactor='70', …}; values that are plain words stand without quotes. */
  static String storage(String prefix, List<String> options) {
    return options.stream()
        .map(option -> prefix + Names.quote(name(option)) + "=" + word(value(option)))
        .collect(Collectors.joining(", "));
  }

  /** {@code WITH (…)} of a relation, with those of its TOAST table; empty if there are none. */
  static String with(List<String> options, List<String> toast) {
    List<String> parts = new ArrayList<>();
    if (!options.isEmpty()) {
      parts.add(storage("", options));
    }
    if (!toast.isEmpty()) {
      parts.add(storage("toast.", toast));
    }
    return parts.isEmpty() ? "" : "WITH (" + String.join(", ", parts) + ")";
  }

  /** {@code OPTIONS (name 'value', …)}; empty if there are none. */
  static String options(List<String> options) {
    return options.isEmpty()
        ? ""
        : options.stream()
            .map(option -> Names.quote(name(option)) + " " + Names.literal(value(option)))
            .collect(Collectors.joining(", ", "OPTIONS (", ")"));
  }

  static String name(String option) {
    int equals = option.indexOf('=');
    return equals < 0 ? option : option.substring(0, equals);
  }

  static String value(String option) {
    int equals = option.indexOf('=');
    return equals < 0 ? "" : option.substring(equals + 1);
  }

  private static String word(String value) {
    return Names.quote(value).equals(value) ? value : Names.literal(value);
  }
}
