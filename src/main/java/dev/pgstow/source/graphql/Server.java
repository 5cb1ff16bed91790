package dev.pgstow.source.graphql;

import java.util.Collection;

/**
 * What kind of server an API comes from, as far as its values are concerned.
 *
 * @param jsonAsText whether JSON comes as a string that holds it: PostGraphile 4 by default, and
 *     pg_graphql
 * @param throughJavaScript whether numbers go through JavaScript: PostGraphile and Constructive
 * @param jsonNullIsNull whether JSON's null comes like NULL: all but pg_graphql
 * @param infinityIsNull whether an infinite timestamp comes as null: PostGraphile 5
 */
record Server(
    boolean jsonAsText, boolean throughJavaScript, boolean jsonNullIsNull, boolean infinityIsNull) {
  private static final String POSTGRAPHILE_4_JSON =
      "A JavaScript object encoded in the JSON format";

  static Server of(ApiSchema schema, Collection<ApiTable> tables) {
    boolean edges = tables.stream().anyMatch(table -> table.paging() == ApiTable.Paging.EDGES);
    boolean nodes = tables.stream().anyMatch(table -> table.paging() == ApiTable.Paging.NODES);
    boolean four =
        schema
            .type("JSON")
            .filter(json -> json.description().startsWith(POSTGRAPHILE_4_JSON))
            .isPresent();
    return new Server(edges || four, nodes, !edges, nodes && !four);
  }
}
