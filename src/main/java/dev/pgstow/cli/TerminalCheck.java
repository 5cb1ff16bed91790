package dev.pgstow.cli;

import dev.pgstow.doctor.Check;
import dev.pgstow.doctor.Finding;
import dev.pgstow.wizard.terminal.ColorDepth;
import dev.pgstow.wizard.terminal.JLineTerminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the terminal can do, if there is one. */
final class TerminalCheck implements Check {
  private static final String TOPIC = "terminal";
  private static final int COLUMNS = 80;
  private static final int ROWS = 24;

  private final Surroundings surroundings;

  TerminalCheck(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Finding> findings() {
    Map<String, String> environment = surroundings.environment();
    if (!surroundings.canAsk()) {
      return List.of(
          Finding.note(
              TOPIC,
              "no-terminal",
              "There is no terminal to ask on: questions take their defaults, or fail.",
              "Name everything by flags, as in scripts; see --no-input."));
    }
    Optional<JLineTerminal> opened = JLineTerminal.open(environment);
    if (opened.isEmpty()) {
      return List.of(
          Finding.note(
              TOPIC,
              "no-screens",
              "The terminal shows lines only (TERM="
                  + environment.getOrDefault("TERM", "")
                  + "); the wizard asks line by line.",
              "Set TERM to what the terminal is, such as xterm-256color."));
    }
    try (JLineTerminal terminal = opened.get()) {
      return findings(
          terminal.columns(), terminal.rows(), terminal.isUnicode(), ColorDepth.of(environment));
    }
  }

  /** What a terminal of such abilities is good for. */
  static List<Finding> findings(int columns, int rows, boolean unicode, ColorDepth colors) {
    List<Finding> found = new ArrayList<>();
    String what = columns + "×" + rows + ", " + colors(colors);
    if (columns < COLUMNS || rows < ROWS) {
      found.add(
          Finding.warning(
              TOPIC,
              "terminal-small",
              what + ": screens need " + COLUMNS + "×" + ROWS + " to show everything.",
              "Enlarge the window, or use --plain."));
    } else {
      found.add(Finding.ok(TOPIC, "terminal", what));
    }
    if (!unicode) {
      found.add(
          Finding.note(
              TOPIC,
              "terminal-ascii",
              "Only ASCII can be shown; lines and marks are drawn with it.",
              "Set LC_ALL to a UTF-8 locale, such as C.UTF-8."));
    }
    return found;
  }

  private static String colors(ColorDepth colors) {
    return switch (colors) {
      case NONE -> "no colours";
      case ANSI_16 -> "16 colours";
      case INDEXED_256 -> "256 colours";
      case TRUE_COLOR -> "24-bit colours";
    };
  }
}
