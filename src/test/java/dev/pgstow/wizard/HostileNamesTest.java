package dev.pgstow.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.screen.Screen;
import dev.pgstow.display.DisplayWidth;
import dev.pgstow.prompt.Question;
import dev.pgstow.wizard.terminal.ColorDepth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileNamesTest {

  @ParameterizedTest
  @CsvSource({"60, 30", "80, 30", "200, 60"})
  void everyColumnStaysStraightAndNothingIsSentRaw(int columns, int rows) {
    Question.Tick question =
        new Question.Tick(
            "schemas",
            "--schemas",
            "Schemas",
            a -> true,
            a -> Hostile.choices(),
            a -> List.of(),
            values -> Optional.empty(),
            Optional.empty());
    TickView view =
        new TickView(
            question, Hostile.choices(), List.of(), false, "", new Ways(false, false, false));
    try (Session<Reply<TickView.Ticked>> session =
        new Session<>(columns, rows, ColorDepth.NONE, wizard -> wizard.ui().show(view))) {
      session.await("0 of 19 chosen");
      List<Integer> arrows = new ArrayList<>();
      List<Integer> counts = new ArrayList<>();
      Screen screen = session.screen();
      for (int row = 5; row < 5 + 19; row++) {
        arrows.add(columnOf(screen, row, columns, "→"));
        counts.add(columnOf(screen, row, columns, "3"));
        assertEquals(columns, width(screen, row, columns));
      }
      assertEquals(1, Set.copyOf(arrows).size(), arrows.toString());
      assertEquals(1, Set.copyOf(counts).size(), counts.toString());
      assertTrue(arrows.get(0) > 0);
      assertFalse(session.text().codePoints().anyMatch(c -> c < 0x20 && c != '\n'));
      assertFalse(session.text().contains("\u202e"));
    }
  }

  /** The last column that holds a text. */
  private static int columnOf(Screen screen, int row, int columns, String text) {
    for (int column = columns - 1; column >= 0; column--) {
      if (screen.getFrontCharacter(column, row).getCharacterString().equals(text)) {
        return column;
      }
    }
    return -1;
  }

  /** What a terminal would make of the row. */
  private static int width(Screen screen, int row, int columns) {
    int width = 0;
    for (int column = 0; column < columns; column++) {
      TextCharacter cell = screen.getFrontCharacter(column, row);
      width += DisplayWidth.of(cell.getCharacterString());
      column += cell.isDoubleWidth() ? 1 : 0;
    }
    return width;
  }
}
