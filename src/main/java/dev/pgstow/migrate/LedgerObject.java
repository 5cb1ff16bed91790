package dev.pgstow.migrate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What the ledger consists of, in the order in which it is made. Each has its SQL as a resource.
 */
enum LedgerObject {
  SCHEMA(""),
  PACKAGES(""),
  CHANGES(""),
  DEPENDENCIES(""),
  EVENTS(""),
  REGISTER_PACKAGE("(text)"),
  IS_DEPLOYED("(text, text)"),
  GET_DEPENDENTS("(text, text)"),
  DEPLOY("(text, text, text, _text, text, bool)"),
  REVERT("(text, text, text)"),
  VERIFY("(text, text, text)"),
  DEPLOYED_CHANGES("(text)"),
  STATUS("(text)");

  /**
   * All that is there of it: {@code schema}, names of tables, signatures of routines. Those with
   * the types' own names, which no setting changes, as {@code quote_all_identifiers} does others.
   */
  static final String PRESENT =
      """
      SELECT 'schema' FROM pg_catalog.pg_namespace WHERE nspname = 'pgpm_migrate'
      UNION ALL
      SELECT c.relname FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'pgpm_migrate'
      UNION ALL
      SELECT p.proname || '(' || pg_catalog.array_to_string(ARRAY(
        SELECT t.typname FROM unnest(p.proargtypes) WITH ORDINALITY AS a (type, i)
        JOIN pg_catalog.pg_type t ON t.oid = a.type ORDER BY a.i), ', ') || ')'
      FROM pg_catalog.pg_proc p
      JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'pgpm_migrate'
      """;

  private final String arguments;

  LedgerObject(String arguments) {
    this.arguments = arguments;
  }

  /** As {@link #PRESENT} gives it. */
  String signature() {
    return lowerCase() + arguments;
  }

  String sql() {
    String resource = "ledger/" + lowerCase() + ".sql";
    try (InputStream in = LedgerObject.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String lowerCase() {
    return name().toLowerCase(Locale.ROOT);
  }
}
