package dev.pgstow.source.graphql;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a value of an answer as PostgreSQL would write it; the parser is at it, and stays. */
@FunctionalInterface
interface ValueReader {
  /** The text, null for NULL. */
  @Nullable String read(JsonParser parser, Losses.Place place) throws IOException;
}
