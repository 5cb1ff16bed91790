package dev.pgstow.rows;

import dev.pgstow.workspace.FilePath;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names of files for tables: {@code users.json} in {@code public}, {@code app.users.json}
 * elsewhere. What a file name can't hold everywhere is written {@code %2F}; names that would be the
 * same where case does not count get a number.
 */
final class FileNames {
  /** The file that is written last. */
  static final String METADATA = "metadata.json";

  /** The name of the file of users, without its extension. */
  static final String USERS = "auth_users";

  private static final int LONGEST = 200;

  private FileNames() {}

  /**
   * A file for each table.
   *
   * @param taken names that are in use
   */
  static Map<TableName, String> of(List<TableName> tables, String extension, Set<String> taken) {
    Set<String> used = new HashSet<>();
    taken.forEach(it -> used.add(folded(it)));
    used.add(folded(METADATA));
    Map<TableName, String> names = new LinkedHashMap<>();
    for (TableName table : tables) {
      names.put(table, free(stem(table), extension, used));
    }
    return new HashMap<>(names);
  }

  private static String stem(TableName table) {
    if (table.equals(TableSelection.USERS)) {
      return USERS;
    }
    boolean reserved = table.name().equals("metadata") || table.name().equals(USERS);
    return safe(
        table.schema().equals("public") && !reserved
            ? table.name()
            : table.schema() + "." + table.name());
  }

  private static String free(String stem, String extension, Set<String> used) {
    String name = stem + extension;
    for (int i = 2; !used.add(folded(name)); i++) {
      name = stem + "~" + i + extension;
    }
    return name;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String safe(String stem) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < stem.length() && name.length() < LONGEST; ) {
      int point = stem.codePointAt(i);
      String character = Character.toString(point);
      i += Character.charCount(point);
      boolean legal =
          point != '/'
              && point != '%'
              && point != '~'
              && !(point == '.' && name.isEmpty())
              && FilePath.problem("x" + character + "x").isEmpty();
      name.append(legal ? character : escaped(character));
    }
    String made = name.toString();
    return FilePath.problem(made).isEmpty() && bytes(made) <= LONGEST
        ? made
        : "table-" + Integer.toHexString(stem.hashCode());
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String escaped(String character) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
      escaped.append(String.format("%%%02X", b & 0xff));
    }
    return escaped.toString();
  }
}
