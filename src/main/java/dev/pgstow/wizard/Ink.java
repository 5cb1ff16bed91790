package dev.pgstow.wizard;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Cells by text and role, each made once: making one is what costs most in drawing. */
final class Ink {
  private static final int LIMIT = 4_096;

  private final Theme theme;
  private final Map<Role, Map<String, TextCharacter>> cells = new EnumMap<>(Role.class);

  Ink(Theme theme) {
    this.theme = theme;
    for (Role role : Role.values()) {
      cells.put(role, new HashMap<>());
    }
  }

  TextCharacter cell(String cluster, Role role) {
    if (role == Role.TEXT && cluster.equals(" ")) {
      return TextCharacter.DEFAULT_CHARACTER;
    }
    Map<String, TextCharacter> made = Objects.requireNonNull(cells.get(role));
    if (made.size() > LIMIT) {
      made.clear();
    }
    return made.computeIfAbsent(cluster, text -> make(text, theme.look(role)));
  }

  private static TextCharacter make(String cluster, Theme.Look look) {
    EnumSet<SGR> attributes = EnumSet.noneOf(SGR.class);
    attributes.addAll(look.attributes());
    return new Cell(cluster, look.foreground(), look.background(), attributes);
  }
}
