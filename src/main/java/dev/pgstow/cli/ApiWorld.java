package dev.pgstow.cli;

import dev.pgstow.prompt.Answers;
import dev.pgstow.source.ExportSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The export's world behind a GraphQL endpoint, which stands for the one database there is. */
record ApiWorld(
    String location,
    ExportSource source,
    GitAuthor git,
    BiFunction<String, Answers, Optional<List<String>>> memory)
    implements SourceWorld {
  @Override
  public List<String> databases() {
    return List.of(location);
  }

  @Override
  public Optional<String> databaseHint() {
    return Optional.empty();
  }

  @Override
  public String kind(String database) {
    return ServerWorld.CONSTRUCTIVE;
  }

  @Override
  public ExportSource source(String database) {
    return source;
  }

  @Override
  public String author() {
    return git.author();
  }

  @Override
  public Optional<List<String>> remembered(String question, Answers answers) {
    return memory.apply(question, answers);
  }

  @Override
  public void cancel() {
    source.cancel();
  }

  @Override
  public void close() {
    source.close();
  }
}
