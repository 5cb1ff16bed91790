package dev.pgstow.rename;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds names by the run of name characters they begin with, in time that does not depend on how
 * many there are. Immutable.
 */
final class NameIndex {
  private static final Set<String> SYSTEM =
      Set.of("public", "pg_catalog", "information_schema", "new", "old", "excluded");
  private static final int FILTER = 1 << 12;

  /** What is known about a run, whatever its case. */
  static final class Entry {
    private final String run;
    private final List<Name> special = new ArrayList<>();
    private @Nullable Name ordinary;
    private @Nullable Role role;
    private boolean qualifier;

    private Entry(String run) {
      this.run = run;
    }

    /** Names with characters that need quotes, the longest first. */
    List<Name> special() {
      return special;
    }

    @Nullable Name ordinary() {
      return ordinary;
    }

    @Nullable Role role() {
      return role;
    }

    /** Whether what stands before a dot is a schema or a row, so that behind it is none. */
    boolean qualifier() {
      return qualifier;
    }
  }

  private final boolean ordinaries;
  private final boolean[] filter = new boolean[FILTER];
  private final List<Name> odd = new ArrayList<>();
  private Entry[] table = new Entry[64];
  private int size;

  NameIndex(Map<String, String> portable, Collection<String> others) {
    ordinaries = portable.keySet().stream().anyMatch(Name::isOrdinary);
    portable.forEach((name, replacement) -> add(name, replacement));
    for (String other : others) {
      if (!portable.containsKey(other) && !other.isEmpty()) {
        if (!Name.isOrdinary(other)) {
          add(other, null);
        }
        qualifier(other);
      }
    }
    portable.keySet().forEach(this::qualifier);
    SYSTEM.forEach(this::qualifier);
    for (Role role : ordinaries ? List.of(Role.values()) : List.of(Role.BODY, Role.LANGUAGE)) {
      role.words().forEach(word -> entry(word).role = role);
    }
    Comparator<Name> longest = Comparator.comparing((Name name) -> -name.text().length());
    odd.sort(longest);
    for (Entry entry : table) {
      if (entry != null) {
        entry.special.sort(longest);
      }
    }
  }

  /** Whether ordinary words are among the names. */
  boolean ordinaries() {
    return ordinaries;
  }

  /** Names that begin with a character no run holds, the longest first. */
  List<Name> odd() {
    return odd;
  }

  /** What is known about a run of characters. */
  @Nullable Entry find(String text, int start, int end) {
    int length = end - start;
    if (!filter[slot(text.charAt(start), text.charAt(end - 1), length)]) {
      return null;
    }
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + fold(text.charAt(i));
    }
    for (int i = spread(hash); ; i++) {
      Entry entry = table[i & (table.length - 1)];
      if (entry == null || same(entry.run, text, start, length)) {
        return entry;
      }
    }
  }

  /** Without a replacement the name is only kept from being torn apart. */
  private void add(String name, @Nullable String replacement) {
    if (name.isEmpty()) {
      return;
    }
    if (replacement != null && Name.isOrdinary(name)) {
      entry(name).ordinary = new Name(name, replacement);
      return;
    }
    for (String spelling : spellings(name)) {
      Name special = new Name(spelling, replacement == null ? spelling : replacement);
      int end = 0;
      while (NameCharacters.continues(spelling, end, 0, spelling.length())) {
        end++;
      }
      (end == 0 ? odd : entry(spelling.substring(0, end)).special).add(special);
    }
  }

  /** The name as it is, and as it is written inside quotes of all kinds. */
  private static Set<String> spellings(String name) {
    Set<String> spellings = new TreeSet<>(Set.of(name));
    for (String sign : List.of("\\", "\"", "'")) {
      for (String spelling : List.copyOf(spellings)) {
        spellings.add(spelling.replace(sign, sign + sign));
        spellings.add(sign.equals("\"") ? spelling.replace("\"", "\\\"") : spelling);
      }
    }
    return spellings;
  }

  private void qualifier(String name) {
    if (Name.isOrdinary(name)) {
      entry(name).qualifier = true;
    }
  }

  private Entry entry(String run) {
    Entry found = find(run, 0, run.length());
    if (found != null) {
      return found;
    }
    Entry entry = new Entry(run);
    filter[slot(run.charAt(0), run.charAt(run.length() - 1), run.length())] = true;
    if (++size * 2 > table.length) {
      Entry[] old = table;
      table = new Entry[old.length * 2];
      for (Entry moved : old) {
        if (moved != null) {
          place(moved);
        }
      }
    }
    place(entry);
    return entry;
  }

  private void place(Entry entry) {
    int hash = 0;
    for (int i = 0; i < entry.run.length(); i++) {
      hash = 31 * hash + fold(entry.run.charAt(i));
    }
    int i = spread(hash);
    while (table[i & (table.length - 1)] != null) {
      i++;
    }
    table[i & (table.length - 1)] = entry;
  }

  /** Most runs are turned away by first and last character and length. */
  private static int slot(char first, char last, int length) {
    return (((first & 31) * 31 + (last & 31)) * 37 + length) & (FILTER - 1);
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 15);
  }

  private static boolean same(String run, String text, int start, int length) {
    if (run.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (fold(run.charAt(i)) != fold(text.charAt(start + i))) {
        return false;
      }
    }
    return true;
  }

  private static char fold(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
