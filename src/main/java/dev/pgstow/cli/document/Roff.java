package dev.pgstow.cli.document;

import java.util.stream.Collectors;

/** Text in the terms of roff's man(7) macros. */
final class Roff {
  private final StringBuilder page = new StringBuilder();

  /** Text that roff takes as it stands. */
  static String escaped(String text) {
    String plain = text.codePoints().mapToObj(Roff::character).collect(Collectors.joining());
    // At the start of a line these would begin a request.
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }

  private static String character(int codePoint) {
    return switch (codePoint) {
      case '\\' -> "\\e";
      case '-' -> "\\-";
      case '"' -> "\\(dq";
      case '\n' -> " ";
      case '\'' -> "\\(aq";
      case '`' -> "\\(ga";
      case '^' -> "\\(ha";
      case '~' -> "\\(ti";
      default ->
          codePoint < 0x7f ? Character.toString(codePoint) : "\\[u%04X]".formatted(codePoint);
    };
  }

  static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  static String italic(String text) {
    return "\\fI" + escaped(text) + "\\fR";
  }

  /** A request, such as {@code .SH NAME}; its arguments are escaped already. */
  Roff request(String name, String... arguments) {
    page.append('.').append(name);
    for (String argument : arguments) {
      page.append(" \"").append(argument).append('"');
    }
    page.append('\n');
    return this;
  }

  /** A line that is escaped already. */
  Roff line(String line) {
    page.append(line).append('\n');
    return this;
  }

  /** A term, and below it what it is; both are escaped already. */
  Roff term(String term, String meaning) {
    return request("TP").line(term).line(meaning.isEmpty() ? "\\&" : meaning);
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
