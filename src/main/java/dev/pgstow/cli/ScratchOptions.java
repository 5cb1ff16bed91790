package dev.pgstow.cli;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.ConnectionFlags;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.ScratchPlace;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command makes its scratch database: on an embedded server, unless told otherwise. */
final class ScratchOptions {
  /** What the environment says about the source's server says nothing about this one. */
  private static final Set<String> OF_THE_SOURCE =
      Set.of(
          "DATABASE_URL",
          "PGDATABASE",
          "PGHOST",
          "PGHOSTADDR",
          "PGPORT",
          "PGUSER",
          "PGPASSWORD",
          "PGSERVICE",
          "PGSSLMODE",
          "PGOPTIONS");

  @Option(
      names = "--scratch-url",
      paramLabel = "URL",
      description = "Make the scratch database on this server, not on an embedded one.")
  private @Nullable String url;

  @Option(
      names = "--scratch-here",
      description = "Make it on the source's own server, for the extensions that has.")
  private boolean here;

  /**
   * The place.
   *
   * @param source how the source's server is reached; asked only if it is the place
   * @throws Failure {@code scratch-unclear}, {@code bad-url} and its like
   */
  ScratchPlace place(Surroundings surroundings, Supplier<ConnectionSettings> source) {
    if (url == null) {
      return here ? new ScratchPlace.Here(source.get()) : new ScratchPlace.Embedded();
    }
    if (here) {
      throw Failure.usage(
          "scratch-unclear",
          "--scratch-url and --scratch-here name two places.",
          "Give one of them.");
    }
    Map<String, String> environment =
        surroundings.environment().entrySet().stream()
            .filter(entry -> !OF_THE_SOURCE.contains(entry.getKey()))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    ConnectionSettings settings =
        ConnectionSettings.resolve(
            ConnectionFlags.url(url), environment, surroundings.home(), surroundings.user());
    Site.warn(surroundings, settings);
    return new ScratchPlace.Named(settings);
  }
}
