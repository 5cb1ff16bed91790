package dev.pgstow.wizard.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.input.MouseAction;
import com.googlecode.lanterna.input.MouseActionType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyDecoderTest {
  /** Stands for a pause longer than any wait within a sequence. */
  private static final char PAUSE = '\uFFFF';

  @ParameterizedTest
  @CsvSource({
    "[A, ArrowUp, false", "OB, ArrowDown, false", "[1;3D, ArrowLeft, true", "[H, Home, false",
    "[4~, End, false", "[5~, PageUp, false", "[Z, ReverseTab, false", "OR, F3, false",
    "[13~, F3, false", "[[A, F1, false", "[3~, Delete, false"
  })
  void knowsTheSequencesOfCommonTerminals(String sequence, KeyType type, boolean alt) {
    KeyStroke key = decode("\u001b" + sequence).get(0);
    assertEquals(type, key.getKeyType());
    assertEquals(alt, key.isAltDown());
  }

  @Test
  void escapeBeforeAnArrowIsAlt() {
    KeyStroke key = decode("\u001b\u001b[D").get(0);
    assertEquals(KeyType.ArrowLeft, key.getKeyType());
    assertTrue(key.isAltDown());
  }

  @Test
  void aLoneEscapeCountsAfterAPause() {
    List<KeyStroke> keys = decode("\u001b" + PAUSE + "x");
    assertEquals(KeyType.Escape, keys.get(0).getKeyType());
    assertEquals('x', keys.get(1).getCharacter());
  }

  @Test
  void controlAndPlainKeysAreTold() {
    List<KeyStroke> keys = decode("\u0003\r\n\t\u007fä");
    assertEquals(new KeyStroke('c', true, false), keys.get(0));
    assertEquals(
        List.of(KeyType.Enter, KeyType.Enter, KeyType.Tab, KeyType.Backspace),
        keys.subList(1, 5).stream().map(KeyStroke::getKeyType).toList());
    assertEquals('ä', keys.get(5).getCharacter());
  }

  @Test
  void aPasteComesInOnePieceWhateverIsInIt() {
    assertEquals(
        new TypedText("a\u001b[Ab\n"), decode("\u001b[200~a\u001b[Ab\n\u001b[201~").get(0));
  }

  @Test
  void anEmojiComesInOnePiece() {
    assertEquals(new TypedText("🛒"), decode("🛒").get(0));
  }

  @Test
  void theMouseReportsWheelAndClick() {
    List<KeyStroke> keys = decode("\u001b[<65;10;5M\u001b[<0;1;1M");
    assertEquals(MouseActionType.SCROLL_DOWN, ((MouseAction) keys.get(0)).getActionType());
    MouseAction click = (MouseAction) keys.get(1);
    assertEquals(MouseActionType.CLICK_DOWN, click.getActionType());
    assertEquals(0, click.getPosition().getColumn());
  }

  @Test
  void unknownSequencesAreSwallowedWhole() {
    assertEquals("x", typed(decode("\u001b[?997;1nx")));
    assertEquals("x", typed(decode("\u001b[I" + PAUSE + "x")));
  }

  @Property
  void anyInputComesToAnEnd(@ForAll String text) {
    List<KeyStroke> keys = decode("\u001b[" + text);
    assertTrue(keys.stream().noneMatch(key -> key.getKeyType() == KeyType.EOF));
  }

  private static String typed(List<KeyStroke> keys) {
    StringBuilder text = new StringBuilder();
    keys.forEach(key -> text.append(key.getCharacter()));
    return text.toString();
  }

  private static List<KeyStroke> decode(String input) {
    int[] at = {0};
    KeyDecoder decoder =
        new KeyDecoder(
            millis -> {
              if (at[0] == input.length()) {
                return CharSource.EOF;
              }
              char c = input.charAt(at[0]++);
              return c == PAUSE ? CharSource.EXPIRED : c;
            });
    List<KeyStroke> keys = new ArrayList<>();
    try {
      KeyStroke key;
      while ((key = decoder.next()).getKeyType() != KeyType.EOF) {
        keys.add(key);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return keys;
  }
}
