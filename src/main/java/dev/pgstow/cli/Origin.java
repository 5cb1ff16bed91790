package dev.pgstow.cli;

import dev.pgstow.prompt.Answers;
import dev.pgstow.source.ExportSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Where an export reads from: a PostgreSQL server, or a GraphQL endpoint. */
sealed interface Origin permits ServerOrigin, ApiOrigin {

  /** What is odd about it, or missing; told before anything is done. */
  List<String> warnings();

  /** For people; no secrets. */
  String location();

  /** The database, where the first question is answered. */
  Optional<String> database();

  /** The origin, with what a person must still give to get in. */
  Origin complete(Prompters prompters);

  /**
   * The world behind it; connects when first asked.
   *
   * @param memory what was answered last time
   */
  SourceWorld open(GitAuthor git, BiFunction<String, Answers, Optional<List<String>>> memory);

  /**
   * A source of its own, beside any world's; connects when first asked. The caller closes it.
   *
   * @param database the PostgreSQL database, where there are several
   */
  ExportSource source(String database);

  /** What a shell must set before a command that reads it again, and a blank; mostly empty. */
  String environment();

  /** Adds the flags that lead to a database of it; never a secret. */
  void describe(List<String> words, String database);
}
