package dev.pgstow.source.graphql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The order of text by its bytes in UTF-8: collation C. */
final class ByteOrder {
  static final Comparator<String> OF_TEXT =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  private ByteOrder() {}
}
