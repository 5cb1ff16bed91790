package dev.pgstow.wizard;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;

/** A key, with Control or Alt held or not. */
record Key(KeyType type, char character, boolean ctrl, boolean alt) {

  static Key of(KeyType type) {
    return new Key(type, '\0', false, false);
  }

  static Key of(char character) {
    return new Key(KeyType.Character, character, false, false);
  }

  static Key ctrl(char character) {
    return new Key(KeyType.Character, character, true, false);
  }

  static Key alt(KeyType type) {
    return new Key(type, '\0', false, true);
  }

  boolean matches(KeyStroke stroke) {
    return stroke.getKeyType() == type
        && stroke.isCtrlDown() == ctrl
        && stroke.isAltDown() == alt
        && (type != KeyType.Character || stroke.getCharacter() == character);
  }

  /** Whether it would type something in a text field. */
  boolean isText() {
    return type == KeyType.Character && !ctrl && !alt;
  }
}
