package dev.pgstow.source.graphql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the root fields that give rows of tables, by the shape of their answers and arguments. */
final class ApiTables {
  private ApiTables() {}

  static List<ApiTable> find(ApiSchema schema) {
    List<ApiTable> tables = new ArrayList<>();
    for (ApiField field : schema.query().fields()) {
      relay(schema, field).or(() -> offset(schema, field)).ifPresent(tables::add);
    }
    Set<String> rows = new HashSet<>();
    tables.forEach(table -> rows.add(table.row().name()));
    for (ApiField field : schema.query().fields()) {
      list(schema, field).filter(table -> rows.add(table.row().name())).ifPresent(tables::add);
    }
    return tables;
  }

  /** PostGraphile's simple collections; other lists have no order of their own to ask for. */
  private static Optional<ApiTable> list(ApiSchema schema, ApiField field) {
    boolean pages =
        field.type().isList()
            && field.argument("first").isPresent()
            && field.argument("offset").isPresent()
            && field.argument("orderBy").isPresent();
    return schema
        .type(field.type())
        .filter(row -> pages && row.kind() == ApiType.Kind.OBJECT)
        .map(row -> table(field, row, ApiTable.Paging.LIST, false));
  }

  private static Optional<ApiTable> relay(ApiSchema schema, ApiField field) {
    Optional<ApiType> connection =
        schema
            .type(field.type())
            .filter(type -> !field.type().isList() && type.has("pageInfo"))
            .filter(type -> field.argument("first").isPresent())
            .filter(type -> field.argument("after").isPresent());
    return connection.flatMap(
        type -> {
          boolean total = type.has("totalCount");
          return type.field("nodes")
              .flatMap(nodes -> schema.type(nodes.type()))
              .map(row -> table(field, row, ApiTable.Paging.NODES, total))
              .or(
                  () ->
                      type.field("edges")
                          .flatMap(edges -> schema.type(edges.type()))
                          .flatMap(edge -> edge.field("node"))
                          .flatMap(node -> schema.type(node.type()))
                          .map(row -> table(field, row, ApiTable.Paging.EDGES, total)));
        });
  }

  private static Optional<ApiTable> offset(ApiSchema schema, ApiField field) {
    boolean pages =
        field.type().isList()
            && field.argument("limit").isPresent()
            && field.argument("offset").isPresent();
    return schema
        .type(field.type())
        .filter(row -> pages && row.kind() == ApiType.Kind.OBJECT)
        .filter(row -> !row.has("aggregate"))
        .map(row -> table(field, row, ApiTable.Paging.OFFSET, false));
  }

  private static ApiTable table(
      ApiField field, ApiType row, ApiTable.Paging paging, boolean hasTotal) {
    return new ApiTable(
        field,
        row,
        paging,
        first(field, "condition", "where", "filter"),
        first(field, "orderBy", "order_by"),
        hasTotal);
  }

  private static Optional<ApiField> first(ApiField field, String... names) {
    return Stream.of(names).flatMap(name -> field.argument(name).stream()).findFirst();
  }
}
