package dev.pgstow.source.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;

/**
 * Asks for rows in the order of a column.
 *
 * @param argument of the root field
 * @param value what it is given: an enum's value, or an object with one
 */
record Order(ApiField argument, JsonNode value) {
  private static final List<String> ASCENDING = List.of("AscNullsLast", "asc");

  /** Empty where the API can't be asked so. */
  static Optional<Order> by(ApiSchema schema, ApiTable table, ApiColumn column) {
    return table
        .order()
        .flatMap(
            argument ->
                schema
                    .type(argument.type())
                    .flatMap(type -> value(schema, type, column.field()))
                    .map(value -> new Order(argument, list(argument, value))));
  }

  private static JsonNode list(ApiField argument, JsonNode value) {
    return argument.type().isList() ? JsonNodeFactory.instance.arrayNode().add(value) : value;
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
