package dev.pgstow.wizard;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All keys of all screens. The footer and the help screen are made from it. */
final class Keymap {

  /**
   * Keys for an action.
   *
   * @param shown how the footer and the help write the keys
   * @param help what the help says about them; empty where another binding's line covers it
   */
  record Binding(Action action, String shown, String help, List<Key> keys) {}

  /** What works on every screen. */
  static final Set<Action> ALWAYS =
      EnumSet.of(Action.HELP, Action.ESCAPE, Action.CANCEL, Action.SUSPEND, Action.REDRAW);

  private static final Set<Action> UNSEEN =
      EnumSet.of(Action.CANCEL, Action.REDRAW, Action.SUSPEND);

  private static final List<Binding> BINDINGS =
      List.of(
          bind(Action.UP, "↑↓", "up and down; also j and k", Key.of(KeyType.ArrowUp), Key.of('k')),
          bind(Action.DOWN, "↓", "", Key.of(KeyType.ArrowDown), Key.of('j')),
          bind(Action.PAGE_UP, "pgup pgdn", "a page up, a page down", Key.of(KeyType.PageUp)),
          bind(Action.PAGE_DOWN, "pgdn", "", Key.of(KeyType.PageDown)),
          bind(Action.FIRST, "home end", "first, last", Key.of(KeyType.Home), Key.ctrl('a')),
          bind(Action.LAST, "end", "", Key.of(KeyType.End), Key.ctrl('e')),
          bind(Action.LEFT, "←→", "left and right", Key.of(KeyType.ArrowLeft), Key.ctrl('b')),
          bind(Action.RIGHT, "→", "", Key.of(KeyType.ArrowRight), Key.ctrl('f')),
          bind(Action.TOGGLE, "space", "tick or untick", Key.of(' ')),
          bind(Action.ALL, "a", "tick all that the filter shows, or none", Key.of('a')),
          bind(Action.FILTER, "/", "filter as you type; Esc shows all again", Key.of('/')),
          bind(Action.ACCEPT, "enter", "accept and go on", Key.of(KeyType.Enter)),
          bind(
              Action.BACK,
              "shift-tab",
              "back; also Alt-Left and F3",
              Key.of(KeyType.ReverseTab),
              Key.alt(KeyType.ArrowLeft),
              Key.of(KeyType.F3)),
          bind(Action.NEXT_FIELD, "tab", "next field or button", Key.of(KeyType.Tab)),
          bind(Action.PREVIOUS_FIELD, "shift-tab", "previous field", Key.of(KeyType.ReverseTab)),
          bind(Action.YES, "y", "yes", Key.of('y'), Key.of('Y')),
          bind(Action.NO, "n", "no", Key.of('n'), Key.of('N')),
          bind(Action.RETRY, "r", "try again", Key.of('r')),
          bind(Action.CONNECTION, "c", "change how to reach the server", Key.of('c')),
          bind(Action.OTHERS, "o", "what else can be done with a database", Key.of('o')),
          bind(Action.PROVE, "p", "prove the modules on a scratch database", Key.of('p')),
          bind(Action.DEPLOY, "d", "deploy the modules to a database", Key.of('d')),
          bind(Action.ERASE, "backspace", "erase a character", Key.of(KeyType.Backspace)),
          bind(Action.DELETE, "del", "", Key.of(KeyType.Delete), Key.ctrl('d')),
          bind(
              Action.ERASE_WORD,
              "ctrl-w",
              "erase a word",
              Key.ctrl('w'),
              Key.alt(KeyType.Backspace)),
          bind(Action.ERASE_LINE, "ctrl-u", "erase the line", Key.ctrl('u')),
          bind(Action.REDRAW, "ctrl-l", "draw the screen anew", Key.ctrl('l')),
          bind(Action.SUSPEND, "ctrl-z", "suspend; fg comes back", Key.ctrl('z')),
          bind(
              Action.ESCAPE,
              "esc",
              "leave the filter, close a dialog, or leave pgstow",
              Key.of(KeyType.Escape)),
          bind(
              Action.CANCEL,
              "ctrl-c",
              "leave at once; during work stop it, twice without waiting",
              Key.ctrl('c')),
          bind(Action.HELP, "?", "this list; also F1", Key.of('?'), Key.of(KeyType.F1)));

  private Keymap() {}

  private static Binding bind(Action action, String shown, String help, Key... keys) {
    return new Binding(action, shown, help, Arrays.asList(keys));
  }

  /**
   * What a key does.
   *
   * @param possible what can be done now
   * @param typing whether plain characters are text
   */
  static Optional<Action> action(KeyStroke stroke, Collection<Action> possible, boolean typing) {
    return BINDINGS.stream()
        .filter(b -> possible.contains(b.action()) || ALWAYS.contains(b.action()))
        .filter(b -> b.keys().stream().anyMatch(k -> !(typing && k.isText()) && k.matches(stroke)))
        .map(Binding::action)
        .findFirst();
  }

  /** Whether a key means the same whatever is shown: Ctrl-C, Ctrl-L, Ctrl-Z, the end of input. */
  static boolean worksUnseen(KeyStroke stroke) {
    return stroke.getKeyType() == KeyType.EOF
        || UNSEEN.stream()
            .flatMap(action -> of(action).keys().stream())
            .anyMatch(key -> key.matches(stroke));
  }

  /** The binding of an action. */
  static Binding of(Action action) {
    return BINDINGS.stream().filter(b -> b.action() == action).findFirst().orElseThrow();
  }

  /** All bindings that the help lists. */
  static List<Binding> documented() {
    return BINDINGS.stream().filter(b -> !b.help().isEmpty()).toList();
  }
}
