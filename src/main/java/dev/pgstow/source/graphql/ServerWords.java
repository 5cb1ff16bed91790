package dev.pgstow.source.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Why a server refuses, in its own words, where its answer is JSON. */
final class ServerWords {
  private static final int MOST_BYTES = 1 << 16;
  private static final int LONGEST = 300;

  private ServerWords() {}

  /**
   * What follows a sentence without its full stop: {@code : Access is suspended}; empty if nothing
   * was said. GraphQL servers say it under {@code errors}, Constructive's middleware under {@code
   * error}.
   */
  static String after(Endpoint endpoint, Reply reply) {
    if (!reply.isJson()) {
      return "";
    }
    try {
      JsonNode body = new ObjectMapper().readTree(reply.body().stream().readNBytes(MOST_BYTES));
      return in(endpoint, body);
    } catch (IOException e) {
      return "";
    }
  }

  /** The same of an answer's object that has been read. */
  static String in(Endpoint endpoint, JsonNode body) {
    for (String pointer : new String[] {"/errors/0/message", "/error/message", "/message"}) {
      String words = endpoint.redact(body.at(pointer).asText("")).strip();
      if (!words.isEmpty()) {
        String some = words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
        return ": " + some.replaceFirst("\\.$", "");
      }
    }
    return "";
  }
}
