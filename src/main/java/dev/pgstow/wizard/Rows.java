package dev.pgstow.wizard;

import dev.pgstow.prompt.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Choices with a filter, a cursor and a window. What the filter compares is lower-cased once, so
 * that ten thousand rows are filtered between two keystrokes.
 */
final class Rows {
  private final List<Choice> all;
  private final String[] searched;
  private int[] shown;
  private String filter = "";
  private int cursor;
  private int top;

  Rows(List<Choice> all) {
    this.all = all;
    searched = new String[all.size()];
    for (int i = 0; i < searched.length; i++) {
      Choice choice = all.get(i);
      searched[i] =
          (choice.label() + '\n' + String.join("\n", choice.details())).toLowerCase(Locale.ROOT);
    }
    shown = matching("");
  }

  /** Shows the choices in which every word of {@code text} occurs; the cursor stays if it can. */
  void filter(String text) {
    Optional<Choice> current = current();
    filter = text.strip().toLowerCase(Locale.ROOT);
    shown = matching(filter);
    cursor = 0;
    top = 0;
    current.ifPresent(choice -> select(choice.value()));
  }

  private int[] matching(String text) {
    String[] words = text.split(" +");
    int[] found = new int[searched.length];
    int count = 0;
    for (int i = 0; i < searched.length; i++) {
      if (matches(searched[i], words)) {
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static boolean matches(String line, String[] words) {
    for (String word : words) {
      if (!line.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /** Moves the cursor to a value, if it is shown. */
  void select(String value) {
    for (int i = 0; i < shown.length; i++) {
      if (all.get(shown[i]).value().equals(value)) {
        cursor = i;
        return;
      }
    }
  }

  void moveTo(int index) {
    cursor = Math.max(0, Math.min(index, shown.length - 1));
  }

  void move(int rows) {
    moveTo(cursor + rows);
  }

  /** Index of the first row to draw so that the cursor is among {@code height} of them. */
  int top(int height) {
    top = Math.min(top, cursor);
    top = Math.max(top, cursor - height + 1);
    top = Math.max(0, Math.min(top, shown.length - height));
    return top;
  }

  int cursor() {
    return cursor;
  }

  int size() {
    return shown.length;
  }

  int total() {
    return all.size();
  }

  boolean isFiltered() {
    return !filter.isEmpty();
  }

  Choice at(int index) {
    return all.get(shown[index]);
  }

  Optional<Choice> current() {
    return shown.length == 0 ? Optional.empty() : Optional.of(at(cursor));
  }

  List<Choice> all() {
    return all;
  }
}
