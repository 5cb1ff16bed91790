package dev.pgstow.catalog;

/**
 * A row of pg_depend, without columns.
 *
 * @param type its {@code deptype}
 */
record Dependency(Address dependent, Address referenced, char type) {}
