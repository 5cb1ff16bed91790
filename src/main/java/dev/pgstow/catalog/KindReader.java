package dev.pgstow.catalog;

/** Reads all objects of a kind. */
@FunctionalInterface
interface KindReader {
  void read(Reading reading);
}
