package dev.pgstow.source.graphql;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** One question to an API, and how its answer is read. */
interface Query<T> {
  /** What is being done, for failures: {@code reading metaschema_public.field}. */
  String doing();

  /** The query's text; names in it come from introspection. */
  String text();

  /** Its variables: all values go here. */
  default ObjectNode variables() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * Reads what stands under {@code data}: the parser is at its first brace, and must be at its last
   * afterwards. May be called again for a repeated answer.
   */
  T read(JsonParser data) throws IOException;

  /**
   * Whether what was read is right in spite of errors, once it has been put right by what they say.
   */
  default boolean isPutRight(T read, List<ApiErrors.ApiError> errors) {
    return false;
  }

  /** The answer took too long; whether it can be asked for less. */
  default boolean askForLess() {
    return false;
  }
}
