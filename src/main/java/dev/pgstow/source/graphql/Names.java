package dev.pgstow.source.graphql;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** PostgreSQL's names, and what API servers make of them. */
final class Names {
  private static final Pattern NOT_A_WORD = Pattern.compile("[^A-Za-z0-9]+");

  /** A capital begins a word, but not the N of {@code i18N}. */
  private static final Pattern WORD_START =
      Pattern.compile("(?<=[a-z])(?=[A-Z])|(?<=[0-9])(?=[A-Z][a-z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private static final Map<String, String> IRREGULAR =
      Map.of("indices", "index", "schemata", "schema", "metadata", "metadatum");

  private Names() {}

  /** What stays of a name however a server spells it: {@code api_i18n} and {@code apiI18N}. */
  static String squash(String name) {
    return NOT_A_WORD.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /**
   * A name back from camelCase. Underscores beside digits can't be told: {@code i18N} becomes
   * {@code i18n}.
   */
  static String snake(String camel) {
    return WORD_START.matcher(camel).replaceAll("_").toLowerCase(Locale.ROOT);
  }

  /** The singular of a squashed name, as inflection libraries make it of tables' names. */
  static String singular(String squashed) {
    for (Map.Entry<String, String> irregular : IRREGULAR.entrySet()) {
      if (squashed.endsWith(irregular.getKey())) {
        return squashed.substring(0, squashed.length() - irregular.getKey().length())
            + irregular.getValue();
      }
    }
    if (squashed.endsWith("ies")) {
      return squashed.substring(0, squashed.length() - 3) + "y";
    }
    if (squashed.matches(".*(sses|ches|xes)")) {
      return squashed.substring(0, squashed.length() - 2);
    }
    return squashed.endsWith("s") && !squashed.endsWith("ss")
        ? squashed.substring(0, squashed.length() - 1)
        : squashed;
  }
}
