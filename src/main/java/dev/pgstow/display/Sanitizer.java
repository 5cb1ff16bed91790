package dev.pgstow.display;

import java.util.stream.Collectors;

/**
 * Makes text from a database harmless to look at. What a terminal would obey or not show (control
 * characters, escape sequences, bidi overrides and isolates, joiners and other invisible
 * characters, odd spaces, lone surrogates, piles of combining marks) comes out as a visible escape
 * such as <code>&#92;u{1b}</code>. A presentation selector after an emoji is the one thing dropped.
 */
public final class Sanitizer {
  private static final int MARKS_IN_A_ROW = 3;

  private Sanitizer() {}

  /**
   * The text with everything dangerous or invisible spelled out. Applying it twice changes nothing.
   */
  public static String visible(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c > 0x7e) {
        return escaped(text, i);
      }
    }
    return text;
  }

  /** As {@link #visible}, but line breaks stay. */
  public static String visibleLines(String text) {
    return text.indexOf('\n') < 0
        ? visible(text)
        : text.lines().map(Sanitizer::visible).collect(Collectors.joining("\n"));
  }

  private static String escaped(String text, int firstOdd) {
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, firstOdd);
    int marks = firstOdd == 0 ? MARKS_IN_A_ROW : 0;
    int base = firstOdd == 0 ? 0 : text.charAt(firstOdd - 1);
    for (int i = firstOdd; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (isPresentationSelector(codePoint) && mayBeEmoji(base)) {
        base = 0;
      } else if (isInvisible(codePoint)
          || (Graphemes.isMark(codePoint) && marks++ >= MARKS_IN_A_ROW)) {
        out.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
        base = 0;
      } else {
        out.appendCodePoint(codePoint);
        if (!Graphemes.isMark(codePoint)) {
          base = codePoint;
          marks = 0;
        }
      }
    }
    return out.toString();
  }

  private static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.SPACE_SEPARATOR -> codePoint != ' ';
      default -> isBlank(codePoint);
    };
  }

  /** Characters that are letters, marks or symbols by category and draw nothing. */
  private static boolean isBlank(int codePoint) {
    return switch (codePoint) {
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
      default ->
          (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
              || (codePoint >= 0x180B && codePoint <= 0x180F)
              || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
    };
  }

  private static boolean isPresentationSelector(int codePoint) {
    return codePoint == 0xFE0E || codePoint == 0xFE0F;
  }

  private static boolean mayBeEmoji(int codePoint) {
    return (codePoint >= 0x203C && codePoint <= 0x3299) || codePoint >= 0x1F000;
  }
}
