package dev.pgstow.wizard;

import java.util.List;

/**
 * Something a person should know before going on.
 *
 * @param title in one line
 * @param paragraphs the rest; wrapped to the window
 * @param detours what can be done instead; they are offered as a menu
 */
public record Notice(String title, List<String> paragraphs, List<Detour> detours) {
  /** Copies the lists. */
  public Notice {
    paragraphs = List.copyOf(paragraphs);
    detours = List.copyOf(detours);
  }

  /** A notice that leads back. */
  public Notice(String title, List<String> paragraphs) {
    this(title, paragraphs, List.of());
  }
}
