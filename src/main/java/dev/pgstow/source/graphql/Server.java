package dev.pgstow.source.graphql;

import java.util.Collection;

/**
 * What kind of server an API comes from, as far as its values are concerned.
 *
 * @param json how JSON comes
 * @param throughJavaScript whether numbers go through JavaScript: PostGraphile and Constructive
 * @param throughToChar whether times and intervals went through PostgreSQL's {@code to_char}, which
 *     gives NULL for what is infinite, and parts of a second in a form that JavaScript reads no
 *     further than to their sign: PostGraphile 5
 */
record Server(JsonForm json, boolean throughJavaScript, boolean throughToChar) {
  private static final String POSTGRAPHILE_4_JSON =
      "A JavaScript object encoded in the JSON format";

  /** How JSON comes. */
  enum JsonForm {
    /** As it is: Hasura, PostGraphile 5, Constructive. */
    VALUE,
    /** As a string that holds it: PostGraphile 4 by default. */
    TEXT,
    /** The same, but strings have lost their quotes: pg_graphql gives {@code #>> '{}'}. */
    UNQUOTED
  }

  static Server of(ApiSchema schema, Collection<ApiTable> tables) {
    boolean edges = tables.stream().anyMatch(table -> table.paging() == ApiTable.Paging.EDGES);
    boolean postGraphile =
        tables.stream()
            .map(ApiTable::paging)
            .anyMatch(paging -> paging == ApiTable.Paging.NODES || paging == ApiTable.Paging.LIST);
    boolean four =
        schema
            .type("JSON")
            .filter(json -> json.description().startsWith(POSTGRAPHILE_4_JSON))
            .isPresent();
    JsonForm json = edges ? JsonForm.UNQUOTED : four ? JsonForm.TEXT : JsonForm.VALUE;
    return new Server(json, postGraphile, postGraphile && !four);
  }
}
