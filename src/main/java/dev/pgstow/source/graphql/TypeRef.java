package dev.pgstow.source.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A type as a field or an argument has it.
 *
 * @param name of the innermost type
 * @param lists how many lists deep
 * @param notNull whether the outermost is never null
 * @param text as queries write it: {@code [FieldOrderBy!]}
 */
record TypeRef(String name, int lists, boolean notNull, String text) {

  static TypeRef of(JsonNode node) {
    return switch (node.path("kind").asText()) {
      case "NON_NULL" -> {
        TypeRef inner = of(node.path("ofType"));
        yield new TypeRef(inner.name(), inner.lists(), true, inner.text() + "!");
      }
      case "LIST" -> {
        TypeRef inner = of(node.path("ofType"));
        yield new TypeRef(inner.name(), inner.lists() + 1, false, "[" + inner.text() + "]");
      }
      default -> {
        String name = node.path("name").asText();
        yield new TypeRef(name, 0, false, name);
      }
    };
  }

  boolean isList() {
    return lists > 0;
  }

  Optional<TypeRef> element() {
    return isList() ? Optional.of(new TypeRef(name, lists - 1, false, name)) : Optional.empty();
  }
}
