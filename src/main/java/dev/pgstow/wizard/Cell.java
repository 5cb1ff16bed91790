package dev.pgstow.wizard;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import dev.pgstow.display.DisplayWidth;
import java.util.EnumSet;

/**
 * A character on the screen whose width is ours. Lanterna itself takes everything of two chars,
 * such as a letter with an accent, for double width, and leaves clusters to the JDK's version.
 */
final class Cell extends TextCharacter {
  private static final long serialVersionUID = 1L;

  private final String cluster;
  private final boolean wide;

  @SuppressWarnings("deprecation") // the only constructor a subclass can reach
  Cell(String cluster, TextColor foreground, TextColor background, EnumSet<SGR> attributes) {
    super(' ', foreground, background, attributes);
    this.cluster = cluster;
    this.wide = DisplayWidth.of(cluster) == 2;
  }

  @Override
  public String getCharacterString() {
    return cluster;
  }

  @Override
  @Deprecated
  public char getCharacter() {
    return cluster.charAt(0);
  }

  @Override
  public boolean is(char other) {
    return cluster.length() == 1 && cluster.charAt(0) == other;
  }

  @Override
  public boolean isDoubleWidth() {
    return wide;
  }

  @Override
  public TextCharacter withCharacter(char character) {
    return is(character)
        ? this
        : new Cell(
            String.valueOf(character), getForegroundColor(), getBackgroundColor(), getModifiers());
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Cell that && cluster.equals(that.cluster) && super.equals(other));
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + cluster.hashCode();
  }
}
