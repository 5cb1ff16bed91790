package dev.pgstow.wizard.terminal;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.input.MouseAction;
import com.googlecode.lanterna.input.MouseActionType;
import java.io.IOException;
import java.util.Optional;

/**
 * Characters from a terminal to keystrokes: ECMA-48 control sequences as xterm, the Linux console
 * and their kin send them, bracketed paste, and mouse reports in SGR form (xterm's ctlseqs). A lone
 * Esc counts as one after 50 ms. Unknown sequences are swallowed whole. Used by one thread.
 */
final class KeyDecoder {
  private static final long ESCAPE_MILLIS = 50;
  private static final long SEQUENCE_MILLIS = 100;
  private static final long PASTE_MILLIS = 1_000;
  private static final int PASTE_LIMIT = 65_536;
  private static final String PASTE_END = "\u001b[201~";

  private final CharSource in;

  KeyDecoder(CharSource in) {
    this.in = in;
  }

  /** The next keystroke, waiting for it; {@link KeyType#EOF} at the end. */
  KeyStroke next() throws IOException {
    while (true) {
      int c = in.read(0);
      if (c == CharSource.EOF) {
        return new KeyStroke(KeyType.EOF);
      }
      if (c >= 0) {
        Optional<KeyStroke> key = c == 0x1b ? escape() : plain(c, false);
        if (key.isPresent()) {
          return key.get();
        }
      }
    }
  }

  private Optional<KeyStroke> escape() throws IOException {
    int c = in.read(ESCAPE_MILLIS);
    if (c < 0) {
      return Optional.of(new KeyStroke(KeyType.Escape));
    }
    return switch (c) {
      case '[' -> control(false);
      case 'O' -> singleShift();
      case 0x1b -> altEscape();
      default -> plain(c, true);
    };
  }

  /** Some terminals send Alt with an arrow as Esc before the arrow's sequence. */
  private Optional<KeyStroke> altEscape() throws IOException {
    int c = in.read(ESCAPE_MILLIS);
    return c == '[' ? control(true) : Optional.of(new KeyStroke(KeyType.Escape));
  }

  private Optional<KeyStroke> plain(int c, boolean alt) throws IOException {
    if (Character.isHighSurrogate((char) c)) {
      int low = in.read(SEQUENCE_MILLIS);
      return low >= 0 && Character.isLowSurrogate((char) low)
          ? Optional.of(new TypedText("" + (char) c + (char) low))
          : Optional.empty();
    }
    if (c >= 0x20 && c != 0x7f) {
      return c < 0xa0 && c > 0x7f
          ? Optional.empty()
          : Optional.of(new KeyStroke((char) c, false, alt));
    }
    return switch (c) {
      case '\r', '\n' -> Optional.of(new KeyStroke(KeyType.Enter, false, alt));
      case '\t' -> Optional.of(new KeyStroke(KeyType.Tab, false, alt));
      case 0x08, 0x7f -> Optional.of(new KeyStroke(KeyType.Backspace, false, alt));
      case 0 -> Optional.of(new KeyStroke(' ', true, alt));
      default ->
          c <= 26 ? Optional.of(new KeyStroke((char) ('a' + c - 1), true, alt)) : Optional.empty();
    };
  }

  private Optional<KeyStroke> singleShift() throws IOException {
    int c = in.read(SEQUENCE_MILLIS);
    return c < 0 ? Optional.of(new KeyStroke('O', false, true)) : named((char) c, 1, false);
  }

  private Optional<KeyStroke> control(boolean alt) throws IOException {
    StringBuilder parameters = new StringBuilder();
    while (true) {
      int c = in.read(SEQUENCE_MILLIS);
      if (c < 0) {
        return parameters.length() == 0
            ? Optional.of(new KeyStroke('[', false, true))
            : Optional.empty();
      }
      if (c == '[' && parameters.length() == 0) {
        return linuxFunctionKey();
      }
      if (c >= 0x40 && c <= 0x7e) {
        return finish(parameters.toString(), (char) c, alt);
      }
      if (parameters.length() < 32) {
        parameters.append((char) c);
      }
    }
  }

  private Optional<KeyStroke> linuxFunctionKey() throws IOException {
    int c = in.read(SEQUENCE_MILLIS);
    return c >= 'A' && c <= 'E' ? key(functionKey(c - 'A' + 1), 1, false) : Optional.empty();
  }

  private Optional<KeyStroke> finish(String parameters, char last, boolean alt) throws IOException {
    if (parameters.startsWith("<")) {
      return mouse(parameters.substring(1).split(";", -1), last == 'm');
    }
    String[] numbers = parameters.split(";", -1);
    int first = number(numbers, 0, 1);
    int modifiers = number(numbers, 1, 1);
    if (last == '~') {
      return first == 200 ? paste() : key(numbered(first), modifiers, alt);
    }
    return named(last, modifiers, alt);
  }

  private static Optional<KeyStroke> named(char last, int modifiers, boolean alt) {
    KeyType type =
        switch (last) {
          case 'A' -> KeyType.ArrowUp;
          case 'B' -> KeyType.ArrowDown;
          case 'C' -> KeyType.ArrowRight;
          case 'D' -> KeyType.ArrowLeft;
          case 'F' -> KeyType.End;
          case 'H' -> KeyType.Home;
          case 'M' -> KeyType.Enter;
          case 'P', 'Q', 'R', 'S' -> functionKey(last - 'P' + 1);
          case 'Z' -> KeyType.ReverseTab;
          default -> KeyType.Unknown;
        };
    return key(type, modifiers, alt);
  }

  private static KeyType numbered(int number) {
    return switch (number) {
      case 1, 7 -> KeyType.Home;
      case 2 -> KeyType.Insert;
      case 3 -> KeyType.Delete;
      case 4, 8 -> KeyType.End;
      case 5 -> KeyType.PageUp;
      case 6 -> KeyType.PageDown;
      case 11, 12, 13, 14, 15 -> functionKey(number - 10);
      case 17, 18, 19, 20, 21 -> functionKey(number - 11);
      case 23, 24 -> functionKey(number - 12);
      default -> KeyType.Unknown;
    };
  }

  private static KeyType functionKey(int number) {
    return KeyType.valueOf("F" + number);
  }

  /** Modifiers are 1 plus a bit each for shift, alt and control. */
  private static Optional<KeyStroke> key(KeyType type, int modifiers, boolean alt) {
    int bits = Math.max(0, modifiers - 1);
    return type == KeyType.Unknown
        ? Optional.empty()
        : Optional.of(
            new KeyStroke(type, (bits & 4) != 0, alt || (bits & 2) != 0, (bits & 1) != 0));
  }

  private static Optional<KeyStroke> mouse(String[] numbers, boolean released) {
    int button = number(numbers, 0, 0);
    TerminalPosition position =
        new TerminalPosition(
            Math.max(0, number(numbers, 1, 1) - 1), Math.max(0, number(numbers, 2, 1) - 1));
    MouseActionType type =
        switch (button & ~0x1c) {
          case 64 -> MouseActionType.SCROLL_UP;
          case 65 -> MouseActionType.SCROLL_DOWN;
          case 0, 1, 2 -> released ? MouseActionType.CLICK_RELEASE : MouseActionType.CLICK_DOWN;
          default -> MouseActionType.MOVE;
        };
    return Optional.of(new MouseAction(type, (button & 3) + 1, position));
  }

  private Optional<KeyStroke> paste() throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf(PASTE_END, Math.max(0, text.length() - PASTE_END.length())) < 0) {
      int c = in.read(PASTE_MILLIS);
      if (c < 0) {
        return Optional.of(new TypedText(text.toString()));
      }
      text.append((char) c);
      if (text.length() > PASTE_LIMIT + PASTE_END.length()) {
        text.delete(PASTE_LIMIT - 1, text.length() - PASTE_END.length());
      }
    }
    text.setLength(text.length() - PASTE_END.length());
    return Optional.of(new TypedText(text.toString()));
  }

  private static int number(String[] numbers, int index, int otherwise) {
    if (index >= numbers.length || numbers[index].isEmpty() || numbers[index].length() > 6) {
      return otherwise;
    }
    for (int i = 0; i < numbers[index].length(); i++) {
      if (numbers[index].charAt(i) < '0' || numbers[index].charAt(i) > '9') {
        return otherwise;
      }
    }
    return Integer.parseInt(numbers[index]);
  }
}
