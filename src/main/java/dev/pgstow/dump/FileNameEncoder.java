package dev.pgstow.dump;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Text as part of a file name that every file system takes and none confuses with another. Digits,
 * {@code _}, {@code -}, and letters that have no case or are lower case and have just one upper
 * case stay; {@code +} stands before what is upper case; all else is percent-encoded UTF-8.
 *
 * <p>Reserved names and characters: Microsoft, "Naming Files, Paths, and Namespaces".
 */
final class FileNameEncoder {
  private static final HexFormat HEX = HexFormat.of();
  private static final Pattern DEVICE =
      Pattern.compile("(?:con|prn|aux|nul|(?:com|lpt)[0-9])(?:\\..*)?", Pattern.DOTALL);

  private FileNameEncoder() {}

  /** A name; without dot or parenthesis. */
  static String word(String name) {
    StringBuilder out = new StringBuilder(name.length() + 8);
    name.codePoints().forEach(point -> append(out, point));
    if (out.length() > 0 && out.charAt(0) == '-') {
      out.replace(0, 1, percent('-'));
    }
    return out.toString();
  }

  /** A list of types: {@code ", "} is a comma and other spaces are underscores. */
  static String arguments(String types) {
    StringBuilder out = new StringBuilder(types.length() + 8);
    for (int i = 0; i < types.length(); ) {
      int point = types.codePointAt(i);
      if (types.startsWith(", ", i)) {
        out.append(',');
        i++;
      } else if (point == ' ') {
        out.append('_');
      } else if (point == '_') {
        out.append(percent('_'));
      } else if (point == '.' || point == '[' || point == ']') {
        out.appendCodePoint(point);
      } else {
        append(out, point);
      }
      i += Character.charCount(point);
    }
    return out.toString();
  }

  /** The name, changed if Windows would take it for a device. */
  static String withoutDeviceName(String name) {
    return DEVICE.matcher(name).matches() ? percent(name.charAt(0)) + name.substring(1) : name;
  }

  private static void append(StringBuilder out, int point) {
    if (isPlain(point)) {
      out.appendCodePoint(point);
    } else if (isPlain(Character.toLowerCase(point)) && isUpperCase(point)) {
      out.append('+').appendCodePoint(Character.toLowerCase(point));
    } else {
      out.append(percent(point));
    }
  }

  private static boolean isPlain(int point) {
    if (point < 0x80) {
      return (point >= 'a' && point <= 'z')
          || (point >= '0' && point <= '9')
          || point == '_'
          || point == '-';
    }
    return Character.isLetter(point)
        && Character.toLowerCase(Character.toUpperCase(point)) == point
        && Character.toLowerCase(point) == point
        && Normalizer.isNormalized(Character.toString(point), Normalizer.Form.NFKD);
  }

  private static boolean isUpperCase(int point) {
    return Character.toUpperCase(Character.toLowerCase(point)) == point
        && Character.toLowerCase(point) != point;
  }

  private static String percent(int point) {
    StringBuilder out = new StringBuilder(12);
    for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
      out.append('%').append(HEX.toHexDigits(b));
    }
    return out.toString();
  }
}
