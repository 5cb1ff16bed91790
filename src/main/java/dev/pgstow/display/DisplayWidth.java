package dev.pgstow.display;

import java.util.Arrays;

/**
 * How many columns a text takes on a terminal: the only place that knows. Wide characters (East
 * Asian Wide and Fullwidth of Unicode 14, and emoji) take two, combining marks none, all others,
 * those of ambiguous width included, one.
 *
 * <p>Texts are expected to have gone through {@link Sanitizer}; control characters count as
 * nothing.
 */
public final class DisplayWidth {
  private static final String ELLIPSIS = "…";

  /** First and last code points of the wide ranges, from EastAsianWidth.txt of Unicode 14. */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3,
    0x25FD, 0x25FE, 0x2614, 0x2615, 0x2648, 0x2653, 0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1,
    0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA,
    0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA, 0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B,
    0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797,
    0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55, 0x2E80, 0x303E,
    0x3041, 0x3247, 0x3250, 0x4DBF, 0x4E00, 0xA4C6, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAD9,
    0xFE10, 0xFE6B, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x1B2FB, 0x1F004, 0x1F004, 0x1F0CF,
    0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200, 0x1F320, 0x1F32D, 0x1F335, 0x1F337,
    0x1F37C, 0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA, 0x1F3CF, 0x1F3D3, 0x1F3E0, 0x1F3F0, 0x1F3F4,
    0x1F3F4, 0x1F3F8, 0x1F43E, 0x1F440, 0x1F440, 0x1F442, 0x1F4FC, 0x1F4FF, 0x1F53D, 0x1F54B,
    0x1F54E, 0x1F550, 0x1F567, 0x1F57A, 0x1F57A, 0x1F595, 0x1F596, 0x1F5A4, 0x1F5A4, 0x1F5FB,
    0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0, 0x1F6D2, 0x1F6D5, 0x1F6DF, 0x1F6EB,
    0x1F6EC, 0x1F6F4, 0x1F6FC, 0x1F7E0, 0x1F7F0, 0x1F90C, 0x1F93A, 0x1F93C, 0x1F945, 0x1F947,
    0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x3FFFD
  };

  private DisplayWidth() {}

  /** Columns a text takes. */
  public static int of(String text) {
    if (isPlain(text)) {
      return text.length();
    }
    int width = 0;
    for (int i = 0; i < text.length(); i = Graphemes.end(text, i)) {
      width += ofCluster(text, i);
    }
    return width;
  }

  /** Columns of the cluster that begins at {@code start}. */
  static int ofCluster(String text, int start) {
    int first = text.codePointAt(start);
    return Graphemes.isRegionalIndicator(first)
        ? Graphemes.end(text, start) - start >= 4 ? 2 : 1
        : ofCodePoint(first);
  }

  private static int ofCodePoint(int codePoint) {
    if (codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0)) {
      return 0;
    }
    if (codePoint < 0x300) {
      return 1;
    }
    if (Graphemes.isMark(codePoint)) {
      return 0;
    }
    int at = Arrays.binarySearch(WIDE, codePoint);
    // An even insertion point lies between two ranges, an odd one inside a range.
    return at >= 0 || (-at - 1) % 2 == 1 ? 2 : 1;
  }

  /** A text cut to at most {@code columns}, with an ellipsis where something is missing. */
  public static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    return columns <= 0 ? "" : head(text, columns - 1) + ELLIPSIS;
  }

  /**
   * A text cut in its middle to at most {@code columns}: names that begin alike stay
   * distinguishable.
   */
  public static String cutMiddle(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    if (columns < 8) {
      return cut(text, columns);
    }
    int tail = (columns - 1) / 2;
    return head(text, columns - 1 - tail) + ELLIPSIS + tail(text, tail);
  }

  /** A text filled with spaces to {@code columns}; a longer one is cut. */
  public static String pad(String text, int columns) {
    String fits = cut(text, columns);
    return fits + " ".repeat(Math.max(0, columns - of(fits)));
  }

  /** The longest beginning of a text that takes at most {@code columns}. */
  static String head(String text, int columns) {
    int width = 0;
    int at = 0;
    while (at < text.length()) {
      width += ofCluster(text, at);
      if (width > columns) {
        break;
      }
      at = Graphemes.end(text, at);
    }
    return text.substring(0, at);
  }

  private static String tail(String text, int columns) {
    int drop = of(text) - columns;
    int at = 0;
    while (at < text.length() && drop > 0) {
      drop -= ofCluster(text, at);
      at = Graphemes.end(text, at);
    }
    return text.substring(at);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c > 0x7e) {
        return false;
      }
    }
    return true;
  }
}
