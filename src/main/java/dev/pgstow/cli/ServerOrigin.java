package dev.pgstow.cli;

import dev.pgstow.export.ExportQuestions;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.HostPort;
import dev.pgstow.postgres.SslMode;
import dev.pgstow.prompt.Answers;
import dev.pgstow.source.ExportSource;
import dev.pgstow.source.SqlSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A PostgreSQL server. */
record ServerOrigin(ConnectionSettings settings) implements Origin {
  @Override
  public List<String> warnings() {
    return settings.warnings();
  }

  @Override
  public String location() {
    return settings.location();
  }

  @Override
  public Optional<String> database() {
    return settings.database();
  }

  @Override
  public Origin complete(Prompters prompters) {
    return new ServerOrigin(PasswordPrompt.complete(settings, prompters));
  }

  @Override
  public SourceWorld open(
      GitAuthor git, BiFunction<String, Answers, Optional<List<String>>> memory) {
    return new ServerWorld(settings, git, memory);
  }

  @Override
  public ExportSource source(String database) {
    return new SqlSource(new Databases(settings).connect(database));
  }

  /** None: passwords have their own places. */
  @Override
  public String environment() {
    return "";
  }

  @Override
  public void describe(List<String> words, String database) {
    if (!settings.urlOnly().isEmpty()) {
      words.addAll(List.of("--url", "postgresql://?" + parameters()));
    }
    words.addAll(List.of("--host", joined(HostPort::host)));
    words.addAll(List.of("--port", joined(host -> String.valueOf(host.port()))));
    words.addAll(List.of("--user", settings.user()));
    if (settings.sslMode() != SslMode.PREFER) {
      words.addAll(List.of("--sslmode", settings.sslMode().keyword()));
    }
    words.addAll(List.of("--" + ExportQuestions.DATABASE, database));
  }

  private String joined(Function<HostPort, String> part) {
    return settings.hosts().stream().map(part).collect(Collectors.joining(","));
  }

  private String parameters() {
    return new TreeMap<>(settings.urlOnly())
        .entrySet().stream()
            .map(it -> it.getKey() + "=" + encoded(it.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
  }
}
