package dev.pgstow.wizard.terminal;

import java.util.Locale;
import java.util.Map;

/** How many colours a terminal can show. */
public enum ColorDepth {
  /** None; emphasis is by bold and reverse video. */
  NONE,
  /** The 16 of ANSI, which follow the terminal's own palette. */
  ANSI_16,
  /** The 256 of xterm. */
  INDEXED_256,
  /** 24 bits. */
  TRUE_COLOR;

  /**
   * What the environment tells: {@code NO_COLOR} (<a href="https://no-color.org">no-color.org</a>),
   * {@code COLORTERM} and {@code TERM}.
   */
  public static ColorDepth of(Map<String, String> environment) {
    String term = environment.getOrDefault("TERM", "").toLowerCase(Locale.ROOT);
    String colorTerm = environment.getOrDefault("COLORTERM", "").toLowerCase(Locale.ROOT);
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()
        || term.equals("dumb")
        || term.startsWith("vt1")
        || term.startsWith("vt2")
        || term.endsWith("-mono")
        || term.endsWith("-m")) {
      return NONE;
    }
    if (colorTerm.equals("truecolor") || colorTerm.equals("24bit") || term.endsWith("-direct")) {
      return TRUE_COLOR;
    }
    return term.contains("256") || term.contains("kitty") || term.contains("alacritty")
        ? INDEXED_256
        : ANSI_16;
  }
}
