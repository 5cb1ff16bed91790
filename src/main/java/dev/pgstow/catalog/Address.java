package dev.pgstow.catalog;

/** One row of a system catalog: what PostgreSQL calls an object address, without the column. */
record Address(SystemCatalog catalog, long oid) {}
