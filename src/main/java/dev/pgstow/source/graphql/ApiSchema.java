package dev.pgstow.source.graphql;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an API says of itself, asked in one question. */
record ApiSchema(ApiType query, Map<String, ApiType> types) {
  private static final String DOING = "asking what it offers";

  /**
   * Asks an API.
   *
   * @throws Failure {@code graphql-introspection} if it does not say
   */
  static ApiSchema ask(GraphQlClient client, Endpoint endpoint) {
    try {
      return client.ask(endpoint, new Introspection(endpoint));
    } catch (ApiErrors errors) {
      boolean forbidden =
          errors.errors().stream().anyMatch(error -> error.message().contains("ntrospection"));
      throw forbidden
          ? Failure.failed(
              "graphql-introspection",
              String.valueOf(errors.getMessage()),
              "The API does not let itself be introspected, which is needed to find the tables.",
              errors)
          : errors;
    }
  }

  Optional<ApiType> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  Optional<ApiType> type(TypeRef reference) {
    return type(reference.name());
  }

  boolean is(TypeRef reference, ApiType.Kind kind) {
    return type(reference).filter(type -> type.kind() == kind).isPresent();
  }

  private record Introspection(Endpoint endpoint) implements Query<ApiSchema> {
    private static final String TYPE =
        "type { kind name ofType { kind name ofType { kind name ofType { kind name"
            + " ofType { kind name } } } } }";

    @Override
    public String doing() {
      return DOING;
    }

    @Override
    public String text() {
      return "query Introspection { __schema { queryType { name } types { kind name description"
          + " fields(includeDeprecated: true) { name args { name "
          + TYPE
          + " } "
          + TYPE
          + " } inputFields { name "
          + TYPE
          + " } enumValues(includeDeprecated: true) { name } } } }";
    }

    @Override
    public ApiSchema read(JsonParser data) throws IOException {
      JsonNode schema = data.<JsonNode>readValueAsTree().path("__schema");
      Map<String, ApiType> types = new LinkedHashMap<>();
      for (JsonNode type : schema.path("types")) {
        ApiType read = type(type);
        types.put(read.name(), read);
      }
      ApiType query = types.get(schema.path("queryType").path("name").asText());
      if (query == null) {
        throw ApiFailures.notGraphQl(endpoint);
      }
      return new ApiSchema(query, types);
    }

    private static ApiType type(JsonNode type) {
      List<ApiField> fields = fields(type.path("fields"));
      fields.addAll(fields(type.path("inputFields")));
      List<String> values = new ArrayList<>();
      type.path("enumValues").forEach(value -> values.add(value.path("name").asText()));
      return new ApiType(
          type.path("name").asText(),
          kind(type.path("kind").asText()),
          type.path("description").asText(""),
          List.copyOf(fields),
          List.copyOf(values));
    }

    private static ApiType.Kind kind(String name) {
      for (ApiType.Kind kind : ApiType.Kind.values()) {
        if (kind.name().equals(name)) {
          return kind;
        }
      }
      return ApiType.Kind.UNION;
    }

    private static List<ApiField> fields(JsonNode nodes) {
      List<ApiField> fields = new ArrayList<>();
      for (JsonNode node : nodes) {
        fields.add(
            new ApiField(
                node.path("name").asText(),
                TypeRef.of(node.path("type")),
                List.copyOf(fields(node.path("args")))));
      }
      return fields;
    }
  }
}
