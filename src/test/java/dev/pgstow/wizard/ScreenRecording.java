package dev.pgstow.wizard;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.screen.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Screens one after the other as one SVG picture that moves, for the README. */
final class ScreenRecording {
  private static final int SECONDS = 2;

  private final List<String> frames = new ArrayList<>();
  private final TerminalSize size;

  ScreenRecording(TerminalSize size) {
    this.size = size;
  }

  void add(Screen screen) {
    frames.add(ScreenPicture.cells(screen));
  }

  /** Each screen is shown for two seconds; without animations only the first is. */
  String svg() {
    int total = SECONDS * frames.size();
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "<style>.frame{visibility:hidden;animation:show %ds step-end infinite}"
                + ".frame:first-of-type{visibility:visible}"
                + "@keyframes show{0%%{visibility:visible}%.3f%%{visibility:hidden}}</style>%n",
            total,
            100.0 / frames.size()));
    for (int i = 0; i < frames.size(); i++) {
      // A negative delay begins in the middle of the animation, so that no frame waits unseen.
      out.append(
          String.format(
              Locale.ROOT,
              "<g class=\"frame\" style=\"animation-delay:%ds\">%n%s</g>%n",
              i * SECONDS - total,
              frames.get(i)));
    }
    return ScreenPicture.svg(size, out.toString().replace("\r\n", "\n"));
  }
}
