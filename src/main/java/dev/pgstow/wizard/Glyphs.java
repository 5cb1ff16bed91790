package dev.pgstow.wizard;

import java.util.List;

/** The characters screens are drawn with. All take one column. */
record Glyphs(
    String done,
    String now,
    String todo,
    String cursor,
    String arrow,
    String check,
    String line,
    String full,
    String rest,
    String dot,
    String up,
    String down,
    List<String> spinner) {

  static final Glyphs UNICODE =
      new Glyphs(
          "●",
          "◉",
          "○",
          "›",
          "→",
          "✓",
          "─",
          "█",
          "░",
          "·",
          "↑",
          "↓",
          List.of("⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"));

  /** For terminals whose character set has nothing else. */
  static final Glyphs ASCII =
      new Glyphs(
          "*", "@", "o", ">", ">", "x", "-", "#", ".", "-", "^", "v", List.of("|", "/", "-", "\\"));
}
