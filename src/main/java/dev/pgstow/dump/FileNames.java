package dev.pgstow.dump;

import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.catalog.ObjectKind;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/**
 * Names of files for objects. Different objects have different names, also where case or Unicode
 * form doesn't count, and a name tells its object:
 *
 * <ul>
 *   <li>{@code app.users.sql}, {@code app.users.users_owner.sql} for what belongs to a table,
 *       {@code app.area(integer,text).sql} for what has arguments
 *   <li>{@code +u} is U; see {@link FileNameEncoder} for the rest
 *   <li>a name that gets too long ends in {@code ~} and a hash; the manifest tells its object
 * </ul>
 */
final class FileNames {
  /** Some file systems take 143 bytes, most 255; a path on Windows has 260 characters in all. */
  private static final int MAX_BYTES = 140;

  private static final int HASH_DIGITS = 32;
  private static final String EXTENSION = ".sql";

  private static final Set<ObjectKind> OF_A_TABLE =
      EnumSet.of(
          ObjectKind.DEFAULT,
          ObjectKind.CONSTRAINT,
          ObjectKind.INDEX,
          ObjectKind.RULE,
          ObjectKind.TRIGGER,
          ObjectKind.POLICY);

  private FileNames() {}

  /** The path of an object's file in the per-kind layout, with slashes. */
  static String path(ObjectIdentity identity) {
    return identity.kind().folder() + '/' + name(identity);
  }

  private static String name(ObjectIdentity identity) {
    String full = encoded(identity);
    byte[] bytes = full.getBytes(StandardCharsets.UTF_8);
    if (bytes.length + EXTENSION.length() <= MAX_BYTES) {
      return full + EXTENSION;
    }
    String hash = Sha256.of(bytes).substring(0, HASH_DIGITS);
    return start(full, MAX_BYTES - EXTENSION.length() - 1 - HASH_DIGITS) + '~' + hash + EXTENSION;
  }

  private static String encoded(ObjectIdentity identity) {
    StringBuilder name = new StringBuilder();
    identity.schema().ifPresent(schema -> name.append(FileNameEncoder.word(schema)).append('.'));
    boolean inTable = OF_A_TABLE.contains(identity.kind()) && !identity.qualifier().isEmpty();
    if (inTable) {
      name.append(FileNameEncoder.word(identity.qualifier())).append('.');
    }
    name.append(FileNameEncoder.word(identity.name()));
    if (!inTable && !identity.qualifier().isEmpty()) {
      name.append('(').append(FileNameEncoder.arguments(identity.qualifier())).append(')');
    }
    return FileNameEncoder.withoutDeviceName(name.toString());
  }

  /** As much of the text as fits, without half an escape or half a character. */
  private static String start(String text, int bytes) {
    int end = 0;
    int size = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      int more = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
      if (size + more > bytes) {
        break;
      }
      size += more;
      end += Character.charCount(point);
    }
    int percent = text.lastIndexOf('%', end - 1);
    if (percent >= 0 && percent > end - 3) {
      end = percent;
    }
    return text.substring(0, text.charAt(end - 1) == '+' ? end - 1 : end);
  }
}
