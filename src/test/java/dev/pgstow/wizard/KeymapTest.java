package dev.pgstow.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeymapTest {

  @ParameterizedTest
  @EnumSource(Action.class)
  void everyActionHasAKey(Action action) {
    assertFalse(Keymap.of(action).keys().isEmpty());
  }

  @Test
  void onlyWhatIsPossibleIsDone() {
    KeyStroke k = new KeyStroke('k', false, false);
    assertEquals(Optional.of(Action.UP), Keymap.action(k, List.of(Action.UP), false));
    assertEquals(Optional.empty(), Keymap.action(k, List.of(), false));
  }

  @Test
  void lettersAreTextWhileTyping() {
    KeyStroke k = new KeyStroke('k', false, false);
    assertEquals(Optional.empty(), Keymap.action(k, List.of(Action.UP), true));
    assertEquals(
        Optional.of(Action.UP),
        Keymap.action(new KeyStroke(KeyType.ArrowUp), List.of(Action.UP), true));
  }

  @Test
  void ctrlCAndHelpWorkEverywhere() {
    assertEquals(
        Optional.of(Action.CANCEL),
        Keymap.action(new KeyStroke('c', true, false), List.of(), true));
    assertEquals(
        Optional.of(Action.HELP), Keymap.action(new KeyStroke(KeyType.F1), List.of(), true));
  }
}
