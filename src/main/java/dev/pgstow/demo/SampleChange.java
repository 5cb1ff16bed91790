package dev.pgstow.demo;

import java.util.List;

/**
 * One change of a sample module or database.
 *
 * @param kind what it makes
 * @param name the change name
 * @param requires names of changes of the same book
 * @param revert empty if there is none
 * @param verify empty if there is none
 */
record SampleChange(
    ChangeKind kind,
    String name,
    List<String> requires,
    String deploy,
    String revert,
    String verify) {
  SampleChange {
    requires = List.copyOf(requires);
  }
}
