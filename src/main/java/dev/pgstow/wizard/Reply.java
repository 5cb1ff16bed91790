package dev.pgstow.wizard;

/** What a person says to a screen that can be gone back from. */
sealed interface Reply<T> {

  /** An answer. */
  record Given<T>(T value) implements Reply<T> {}

  /** To the screen before. */
  record Back<T>() implements Reply<T> {}

  /** To the connection screen. */
  record Reconnect<T>() implements Reply<T> {}

  /** To what else can be done with an answer. */
  record Others<T>(T value) implements Reply<T> {}
}
