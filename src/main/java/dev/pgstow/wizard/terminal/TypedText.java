package dev.pgstow.wizard.terminal;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;

/**
 * Text that comes in one piece: pasted, or a character beyond what a {@link KeyStroke} can hold.
 */
public final class TypedText extends KeyStroke {
  private final String text;

  /** A keystroke that types {@code text}. */
  public TypedText(String text) {
    super(KeyType.Unknown);
    this.text = text;
  }

  /** What was typed; may hold line breaks and control characters. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TypedText that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "TypedText{" + text.length() + " characters}";
  }
}
