package dev.pgstow.config;

import java.util.List;

/** A value as a file has it. */
public sealed interface ConfigValue {

  /** {@code true} or {@code false}. */
  record Switch(boolean on) implements ConfigValue {
    @Override
    public List<String> words() {
      return List.of(String.valueOf(on));
    }
  }

  /** A string or a number. */
  record Text(String text) implements ConfigValue {
    @Override
    public List<String> words() {
      return List.of(text);
    }
  }

  /** A list of strings or numbers. */
  record Listing(List<String> items) implements ConfigValue {
    /** Copies the list. */
    public Listing {
      items = List.copyOf(items);
    }

    @Override
    public List<String> words() {
      return items;
    }
  }

  /** The value in words; those of a list one by one. */
  List<String> words();
}
