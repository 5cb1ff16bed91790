package dev.pgstow.workspace;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** What is wrong with a JSON file, for a person: the parser's words without its own location. */
final class JsonProblem {
  private JsonProblem() {}

  static String of(JsonProcessingException error) {
    String words =
        error.getOriginalMessage().replaceAll("\\s*\\(start marker at \\[Source:.*?\\]\\)", "");
    JsonLocation at = error.getLocation();
    return at == null ? words : words + " (line " + at.getLineNr() + ")";
  }
}
