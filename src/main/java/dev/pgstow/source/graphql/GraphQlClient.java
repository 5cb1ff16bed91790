package dev.pgstow.source.graphql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Asks GraphQL APIs; tries again what may go better the next time. Any number of threads. */
final class GraphQlClient {
  /** As deep as PostgreSQL's own stack lets JSON be, and values of any length. */
  private static final StreamReadConstraints JSON =
      StreamReadConstraints.builder()
          .maxNestingDepth(JsonValues.DEEPEST)
          .maxStringLength(Integer.MAX_VALUE)
          .maxNameLength(Integer.MAX_VALUE)
          .maxNumberLength(Integer.MAX_VALUE)
          .build();

  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

  private final ObjectMapper mapper =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(JSON).build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();
  private final Transport transport;
  private final Backoff backoff;
  private final Calls calls;
  private final Map<URI, PageLimit> pageLimits = new ConcurrentHashMap<>();

  GraphQlClient(Transport transport, Backoff backoff, Calls calls) {
    this.transport = transport;
    this.backoff = backoff;
    this.calls = calls;
  }

  /** What is known of the pages of an endpoint. */
  PageLimit pageLimit(Endpoint endpoint) {
    return pageLimits.computeIfAbsent(endpoint.uri(), uri -> new PageLimit());
  }

  /** An answer that may be another the next time. */
  private static final class Passing extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Optional<String> retryAfter;
    private final transient Failure failure;

    Passing(Failure failure, Optional<String> retryAfter) {
      super(failure.getMessage());
      this.failure = failure;
      this.retryAfter = retryAfter;
    }
  }

  /**
   * The answer to a query.
   *
   * @throws Failure {@code graphql-…}; {@link ApiErrors} if the answer has errors
   */
  <T> T ask(Endpoint endpoint, Query<T> query) {
    return ask(endpoint, query, Optional.empty());
  }

  /**
   * Sends a query whose answer will be asked for later.
   *
   * @return for {@link #ask(Endpoint, Query, Optional)}, or to be abandoned
   */
  Sent send(Endpoint endpoint, Query<?> query) {
    return Sent.begin(body(query), body -> transport.post(endpoint, body, calls));
  }

  /** As {@link #ask(Endpoint, Query)}, with the answer to what was sent, if that was the same. */
  <T> T ask(Endpoint endpoint, Query<T> query, Optional<Sent> before) {
    Optional<Sent> sent = before;
    for (int attempt = 1; ; attempt++) {
      calls.requireGoing();
      Optional<String> retryAfter = Optional.empty();
      Failure failure;
      try {
        Optional<Sent> first = sent;
        sent = Optional.empty();
        return askOnce(endpoint, query, first);
      } catch (Passing e) {
        failure = e.failure;
        retryAfter = e.retryAfter;
      } catch (AnswerTooLarge e) {
        attempt--;
        continue;
      } catch (JsonEOFException e) {
        failure = truncated(endpoint, query, e);
      } catch (StreamConstraintsException e) {
        throw ApiFailures.tooDeep(endpoint, query.doing(), e);
      } catch (JsonProcessingException e) {
        throw ApiFailures.notJson(endpoint, e);
      } catch (HttpTimeoutException e) {
        failure = ApiFailures.lost(endpoint, query.doing(), e);
        query.askForLess();
      } catch (IOException e) {
        failure = ApiFailures.lost(endpoint, query.doing(), e);
      }
      calls.requireGoing();
      if (attempt >= attempts(failure)) {
        throw failure;
      }
      calls.pause(backoff.pause(attempt, retryAfter));
    }
  }

  /** Nobody wants to wait a minute several times over, nor for a name nobody knows. */
  private int attempts(Failure failure) {
    return switch (failure.ident()) {
      case "graphql-unreachable", "graphql-timeout" -> Math.min(3, backoff.attempts());
      default -> backoff.attempts();
    };
  }

  private static Failure truncated(Endpoint endpoint, Query<?> query, IOException cause) {
    return Failure.failed(
        "graphql-truncated",
        "Answers of " + endpoint.location() + " end in the middle, " + query.doing() + ".",
        "Nothing was changed. A proxy in between may cut off what is large.",
        cause);
  }

  private byte[] body(Query<?> query) {
    ObjectNode body = mapper.createObjectNode();
    body.put("query", query.text());
    body.set("variables", query.variables());
    try {
      return mapper.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Reply post(Endpoint endpoint, byte[] body, Optional<Sent> sent) throws IOException {
    if (sent.filter(it -> it.isOf(body)).isPresent()) {
      return sent.get().take();
    }
    sent.ifPresent(Sent::abandon);
    return transport.post(endpoint, body, calls);
  }

  private <T> T askOnce(Endpoint endpoint, Query<T> query, Optional<Sent> sent) throws IOException {
    try (Reply reply = post(endpoint, body(query), sent)) {
      if (PASSING.contains(reply.status())) {
        throw new Passing(ApiFailures.status(endpoint, reply), reply.retryAfter());
      }
      if (reply.status() == 401 || reply.status() == 403 || !reply.isJson()) {
        throw ApiFailures.status(endpoint, reply);
      }
      try (JsonParser parser = mapper.getFactory().createParser(reply.body().stream())) {
        return answer(endpoint, query, reply, parser);
      } catch (IOException e) {
        if (reply.body().isTimedOut()) {
          query.askForLess();
          throw new Passing(ApiFailures.timeout(endpoint, query.doing()), Optional.empty());
        }
        throw e;
      }
    }
  }

  private <T> T answer(Endpoint endpoint, Query<T> query, Reply reply, JsonParser parser)
      throws IOException {
    @Nullable T data = null;
    List<ApiErrors.ApiError> errors = List.of();
    ObjectNode others = mapper.createObjectNode();
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw noAnswer(endpoint, reply, "");
    }
    for (JsonToken token = parser.nextToken();
        token == JsonToken.FIELD_NAME;
        token = parser.nextToken()) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("errors") && value == JsonToken.START_ARRAY) {
        JsonNode array = parser.readValueAsTree();
        errors = ApiErrors.read(array);
      } else if (name.equals("data") && value == JsonToken.START_OBJECT) {
        data = query.read(parser);
      } else if (reply.status() == 200) {
        parser.skipChildren();
      } else {
        others.set(name, parser.<JsonNode>readValueAsTree());
      }
    }
    if (parser.currentToken() != JsonToken.END_OBJECT) {
      throw new JsonEOFException(parser, parser.currentToken(), "cut off");
    }
    if (!errors.isEmpty() && (data == null || !query.isPutRight(data, errors))) {
      ApiErrors refusal = ApiErrors.of(endpoint, query.doing(), errors);
      throw refusal.isUnauthorized() ? ApiFailures.unauthorized(endpoint, refusal) : refusal;
    }
    if (data == null) {
      throw noAnswer(endpoint, reply, ServerWords.in(endpoint, others));
    }
    return data;
  }

  private static Failure noAnswer(Endpoint endpoint, Reply reply, String words) {
    return reply.status() == 200
        ? ApiFailures.notGraphQl(endpoint)
        : ApiFailures.status(endpoint, reply, words);
  }
}
