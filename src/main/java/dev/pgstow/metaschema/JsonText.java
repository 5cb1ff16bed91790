package dev.pgstow.metaschema;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * JSON text, rewritten token by token: what is not renamed stays as it stands, so that numbers of
 * any size and the spelling of strings survive. Compact text has no white space between tokens;
 * with {@code jsonb}'s own text that is what JavaScript's {@code JSON.stringify} writes.
 */
final class JsonText {
  private final String json;
  private final ValueRenamer renamer;
  private final boolean compact;
  private final StringBuilder out;

  /** For each open object or array, the key or column its values stand under. */
  private final Deque<String> under = new ArrayDeque<>();

  private String name;

  private JsonText(String json, String column, ValueRenamer renamer, boolean compact) {
    this.json = json;
    this.name = column;
    this.renamer = renamer;
    this.compact = compact;
    this.out = new StringBuilder(json.length() + 16);
  }

  /** JSON with schema names renamed, otherwise as it stands. */
  static String verbatim(String json, String column, ValueRenamer renamer) {
    return new JsonText(json, column, renamer, false).rewrite();
  }

  /** JSON with schema names renamed and the white space between tokens left out. */
  static String compact(String json, String column, ValueRenamer renamer) {
    return new JsonText(json, column, renamer, true).rewrite();
  }

  private String rewrite() {
    int i = 0;
    while (i < json.length()) {
      char c = json.charAt(i);
      if (c == '"') {
        i = string(i);
        continue;
      }
      if (!isSpace(c) || !compact) {
        out.append(c);
      }
      switch (c) {
        case '{', '[' -> under.push(name);
        case '}', ']' -> name = under.isEmpty() ? name : under.pop();
        case ',' -> name = under.isEmpty() ? name : under.getFirst();
        default -> {}
      }
      i++;
    }
    return out.toString();
  }

  private int string(int start) {
    int end = stringEnd(start);
    String value = decode(start + 1, Math.max(start + 1, end - 1));
    String renamed;
    if (isKey(end)) {
      name = value;
      renamed = renamer.key(value);
    } else {
      renamed = renamer.text(name, value);
    }
    if (renamed.equals(value)) {
      out.append(json, start, end);
    } else {
      encode(renamed);
    }
    return end;
  }

  private int stringEnd(int start) {
    for (int i = start + 1; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        return i + 1;
      }
    }
    return json.length();
  }

  private boolean isKey(int end) {
    int i = end;
    while (i < json.length() && isSpace(json.charAt(i))) {
      i++;
    }
    return i < json.length() && json.charAt(i) == ':';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private String decode(int start, int end) {
    int escape = json.indexOf('\\', start);
    if (escape < 0 || escape >= end) {
      return json.substring(start, end);
    }
    StringBuilder value = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = json.charAt(i);
      if (c != '\\' || i + 1 >= end) {
        value.append(c);
        continue;
      }
      char e = json.charAt(++i);
      switch (e) {
        case 'b' -> value.append('\b');
        case 'f' -> value.append('\f');
        case 'n' -> value.append('\n');
        case 'r' -> value.append('\r');
        case 't' -> value.append('\t');
        case 'u' -> {
          value.append((char) Integer.parseInt(json, i + 1, i + 5, 16));
          i += 4;
        }
        default -> value.append(e);
      }
    }
    return value.toString();
  }

  private void encode(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || isLone(value, i)) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isLone(String value, int i) {
    char c = value.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 >= value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
  }
}
