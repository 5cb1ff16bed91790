package dev.pgstow.source.graphql;

import java.io.IOException;

/** An answer is larger than one wants to hold; less has been asked for from now on. */
final class AnswerTooLarge extends IOException {
  private static final long serialVersionUID = 1L;
}
