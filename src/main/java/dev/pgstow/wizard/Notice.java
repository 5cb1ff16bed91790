package dev.pgstow.wizard;

import java.util.List;

/**
 * Something a person should know before going on.
 *
 * @param title in one line
 * @param paragraphs the rest; wrapped to the window
 */
public record Notice(String title, List<String> paragraphs) {
  /** Copies the list. */
  public Notice {
    paragraphs = List.copyOf(paragraphs);
  }
}
