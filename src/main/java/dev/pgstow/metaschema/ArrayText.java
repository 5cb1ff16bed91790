package dev.pgstow.metaschema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Array values in PostgreSQL's text form, {@code [0:1]={a,"b c",NULL}}, of element types whose
 * delimiter is the comma. Quotes as {@code array_out} does.
 */
public final class ArrayText {
  private ArrayText() {}

  /** The elements of an array of one dimension, null for NULL. */
  public static List<@Nullable String> elements(String array) {
    List<@Nullable String> elements = new ArrayList<>();
    int i = array.indexOf('{') + 1;
    while (i < array.length() && array.charAt(i) != '}') {
      int end = elementEnd(array, i);
      if (array.charAt(i) == '"') {
        elements.add(unescape(array, i + 1, end - 1));
      } else {
        elements.add(isNull(array, i, end) ? null : array.substring(i, end));
      }
      i = end < array.length() && array.charAt(end) == ',' ? end + 1 : end;
    }
    return elements;
  }

  /** An array of one dimension, of element texts, null for NULL. */
  public static String format(List<@Nullable String> elements) {
    StringBuilder out = new StringBuilder("{");
    String separator = "";
    for (@Nullable String element : elements) {
      out.append(separator);
      separator = ",";
      if (element == null) {
        out.append("NULL");
      } else {
        appendElement(out, element);
      }
    }
    return out.append('}').toString();
  }

  /**
   * The same array with each element that is not NULL replaced; its dimensions and bounds stay.
   * Text that is no array is returned as it is.
   */
  static String map(String array, UnaryOperator<String> element) {
    int open = array.indexOf('{');
    if (open < 0) {
      return array;
    }
    StringBuilder out = new StringBuilder(array.length() + 16).append(array, 0, open);
    int i = open;
    while (i < array.length()) {
      char c = array.charAt(i);
      if (c == '{' || c == '}' || c == ',') {
        out.append(c);
        i++;
        continue;
      }
      int end = elementEnd(array, i);
      if (c == '"') {
        appendElement(out, element.apply(unescape(array, i + 1, end - 1)));
      } else if (isNull(array, i, end)) {
        out.append(array, i, end);
      } else {
        appendElement(out, element.apply(array.substring(i, end)));
      }
      i = end;
    }
    return out.toString();
  }

  /** Whether an element is NULL, for any delimiter. */
  static boolean hasNull(String array) {
    for (int i = 0; i < array.length(); i++) {
      char c = array.charAt(i);
      if (c == '"') {
        i = elementEnd(array, i) - 1;
      } else if ((c == 'N' || c == 'n') && i > 0 && isNull(array, i, i + 4)) {
        boolean starts = isDelimiter(array.charAt(i - 1));
        if (starts && i + 4 < array.length() && isDelimiter(array.charAt(i + 4))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isDelimiter(char c) {
    return c == '{' || c == '}' || c == ',' || c == ';' || c == ':';
  }

  private static boolean isNull(String array, int start, int end) {
    return end - start == 4 && array.regionMatches(true, start, "NULL", 0, 4);
  }

  private static int elementEnd(String array, int start) {
    boolean quoted = array.charAt(start) == '"';
    int i = quoted ? start + 1 : start;
    while (i < array.length()) {
      char c = array.charAt(i);
      if (c == '\\') {
        i++;
      } else if (quoted && c == '"') {
        return i + 1;
      } else if (!quoted && (c == ',' || c == '}')) {
        return i;
      }
      i++;
    }
    return array.length();
  }

  private static String unescape(String array, int start, int end) {
    StringBuilder element = new StringBuilder(Math.max(0, end - start));
    for (int i = start; i < end; i++) {
      char c = array.charAt(i);
      element.append(c == '\\' && i + 1 < end ? array.charAt(++i) : c);
    }
    return element.toString();
  }

  private static void appendElement(StringBuilder out, String element) {
    if (!needsQuotes(element)) {
      out.append(element);
      return;
    }
    out.append('"');
    for (int i = 0; i < element.length(); i++) {
      char c = element.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\');
      }
      out.append(c);
    }
    out.append('"');
  }

  private static boolean needsQuotes(String element) {
    if (element.isEmpty() || element.equalsIgnoreCase("NULL")) {
      return true;
    }
    for (int i = 0; i < element.length(); i++) {
      switch (element.charAt(i)) {
        case '"', '\\', '{', '}', ',', ' ', '\t', '\n', '\r', '\u000b', '\f' -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }
}
