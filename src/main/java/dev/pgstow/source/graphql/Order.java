package dev.pgstow.source.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks for rows in the order of columns.
 *
 * @param argument of the root field
 * @param value what it is given: an enum's value, or an object with one
 */
record Order(ApiField argument, JsonNode value) {
  private static final List<String> ASCENDING = List.of("AscNullsLast", "asc", "ASC");

  /** Empty where the API can't be asked so. */
  static Optional<Order> by(ApiSchema schema, ApiTable table, List<ApiColumn> columns) {
    Optional<ApiField> argument = table.order();
    Optional<ApiType> type = argument.flatMap(order -> schema.type(order.type()));
    List<JsonNode> values = new ArrayList<>();
    for (ApiColumn column : columns) {
      type.flatMap(order -> value(schema, order, column.field())).ifPresent(values::add);
    }
    if (values.isEmpty() || values.size() < columns.size()) {
      return Optional.empty();
    }
    if (argument.orElseThrow().type().isList()) {
      return Optional.of(
          new Order(argument.orElseThrow(), JsonNodeFactory.instance.arrayNode().addAll(values)));
    }
    return values.size() == 1
        ? Optional.of(new Order(argument.orElseThrow(), values.get(0)))
        : Optional.empty();
  }

  private static Optional<JsonNode> value(ApiSchema schema, ApiType type, ApiField field) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (type.kind() == ApiType.Kind.ENUM) {
      return type.values().stream()
          .filter(value -> Names.squash(value).equals(Names.squash(field.name()) + "asc"))
          .findFirst()
          .map(nodes::textNode);
    }
    return type.field(field.name())
        .flatMap(input -> schema.type(input.type()))
        .flatMap(values -> ASCENDING.stream().filter(values.values()::contains).findFirst())
        .map(value -> nodes.objectNode().put(field.name(), value));
  }
}
