package dev.pgstow.demo;

import java.util.List;

/**
 * The changes of one module, or of one database of the sample server, in the order they were made.
 *
 * @param name the module's or database's name
 * @param comment one line about it; empty for a database
 * @param requires the modules and extensions it needs
 */
record ChangeBook(String name, String comment, List<String> requires, List<SampleChange> changes) {
  ChangeBook {
    requires = List.copyOf(requires);
    changes = List.copyOf(changes);
  }
}
