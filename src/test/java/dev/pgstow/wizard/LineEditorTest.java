package dev.pgstow.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LineEditorTest {

  @Test
  void editsAsAShellDoes() {
    LineEditor editor = new LineEditor("Ada Lovelace <ada@example.com>");
    editor.on(Action.ERASE_WORD);
    editor.on(Action.ERASE_WORD);
    editor.on(Action.ERASE_WORD);
    assertEquals("Ada Lovelace <", editor.text());
    editor.on(Action.FIRST);
    editor.insert("x");
    editor.on(Action.DELETE);
    assertEquals("xda Lovelace <", editor.text());
    editor.on(Action.LAST);
    editor.on(Action.ERASE_LINE);
    assertEquals("", editor.text());
  }

  @Test
  void anAccentGoesWithItsLetter() {
    LineEditor editor = new LineEditor("ae\u0301🛒");
    editor.on(Action.ERASE);
    editor.on(Action.ERASE);
    assertEquals("a", editor.text());
  }

  @Property
  void anySequenceOfKeysLeavesALine(@ForAll List<Action> actions, @ForAll String pasted) {
    LineEditor editor = new LineEditor("start 漢字");
    for (Action action : actions) {
      editor.on(action);
      editor.insert(pasted);
      assertFalse(editor.text().chars().anyMatch(c -> c < 0x20 || c == 0x7f));
    }
  }
}
