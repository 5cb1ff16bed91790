package dev.pgstow.wizard;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.TextColor.ANSI;
import dev.pgstow.wizard.terminal.ColorDepth;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How each {@link Role} looks, and which characters screens are drawn with. Colour only underlines
 * what characters already say, so that without colour nothing is lost.
 */
public final class Theme {

  /** Colours and attributes of a role. */
  record Look(TextColor foreground, TextColor background, Set<SGR> attributes) {}

  private static final int BLUE = 0x336791;

  private final Map<Role, Look> looks = new EnumMap<>(Role.class);
  private final Glyphs glyphs;

  private Theme(ColorDepth depth, Glyphs glyphs) {
    this.glyphs = glyphs;
    for (Role role : Role.values()) {
      looks.put(role, depth == ColorDepth.NONE ? mono(role) : colour(role, depth));
    }
  }

  /**
   * The theme for a terminal.
   *
   * @param unicode whether it can show more than ASCII
   */
  public static Theme of(ColorDepth depth, boolean unicode) {
    return new Theme(depth, unicode ? Glyphs.UNICODE : Glyphs.ASCII);
  }

  Look look(Role role) {
    return Objects.requireNonNull(looks.get(role));
  }

  Glyphs glyphs() {
    return glyphs;
  }

  private static Look mono(Role role) {
    Set<SGR> attributes =
        switch (role) {
          case SELECTED, SELECTED_DIM -> EnumSet.of(SGR.REVERSE);
          case TITLE, ACCENT, KEY, WARNING, ERROR -> EnumSet.of(SGR.BOLD);
          case INPUT -> EnumSet.of(SGR.UNDERLINE);
          default -> EnumSet.noneOf(SGR.class);
        };
    return new Look(ANSI.DEFAULT, ANSI.DEFAULT, attributes);
  }

  private static Look colour(Role role, ColorDepth depth) {
    return switch (role) {
      case TEXT -> look(ANSI.DEFAULT);
      case DIM, BAR_REST -> look(pick(depth, 0x858585, ANSI.BLACK_BRIGHT));
      case TITLE -> look(ANSI.DEFAULT, SGR.BOLD);
      case ACCENT -> look(pick(depth, 0x4C9BD6, ANSI.CYAN), SGR.BOLD);
      case SELECTED ->
          new Look(
              pick(depth, 0xFFFFFF, ANSI.WHITE_BRIGHT),
              pick(depth, BLUE, ANSI.BLUE),
              EnumSet.of(SGR.BOLD));
      case SELECTED_DIM ->
          new Look(
              pick(depth, 0xD5E3EF, ANSI.WHITE),
              pick(depth, BLUE, ANSI.BLUE),
              EnumSet.noneOf(SGR.class));
      case KEY -> look(pick(depth, 0x4C9BD6, ANSI.CYAN));
      case INPUT -> look(ANSI.DEFAULT, SGR.UNDERLINE);
      case OK, ADDED -> look(pick(depth, 0x3FA45B, ANSI.GREEN));
      case WARNING -> look(pick(depth, 0xC98A1B, ANSI.YELLOW), SGR.BOLD);
      case CHANGED -> look(pick(depth, 0xC98A1B, ANSI.YELLOW));
      case ERROR -> look(pick(depth, 0xD9534F, ANSI.RED), SGR.BOLD);
      case REMOVED -> look(pick(depth, 0xD9534F, ANSI.RED));
      case BAR -> look(pick(depth, 0x4C9BD6, ANSI.CYAN));
    };
  }

  private static Look look(TextColor foreground, SGR... attributes) {
    EnumSet<SGR> set = EnumSet.noneOf(SGR.class);
    set.addAll(List.of(attributes));
    return new Look(foreground, ANSI.DEFAULT, set);
  }

  private static TextColor pick(ColorDepth depth, int rgb, ANSI named) {
    int red = rgb >> 16;
    int green = (rgb >> 8) & 0xff;
    int blue = rgb & 0xff;
    return switch (depth) {
      case TRUE_COLOR -> new TextColor.RGB(red, green, blue);
      case INDEXED_256 -> TextColor.Indexed.fromRGB(red, green, blue);
      case ANSI_16, NONE -> named;
    };
  }
}
