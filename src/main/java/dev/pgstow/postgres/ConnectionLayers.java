package dev.pgstow.postgres;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What several sources say about a connection; one added earlier wins. */
final class ConnectionLayers {
  private static final Set<Keyword> SECRETS = Set.of(Keyword.PASSWORD, Keyword.SSLPASSWORD);

  /** What chooses a database; the others only preselect one. */
  private static final Set<ConnectionSource> CHOOSING =
      Set.of(ConnectionSource.FLAG, ConnectionSource.DATABASE_URL, ConnectionSource.CONFIGURATION);

  private record Layer(ConnectionSource source, String name, Map<Keyword, String> values) {}

  private final List<Layer> layers = new ArrayList<>();

  /**
   * Adds what a weaker source says.
   *
   * @param name what said it; empty if the source tells all
   */
  void add(ConnectionSource source, String name, Map<Keyword, String> values) {
    layers.add(new Layer(source, name, values));
  }

  /** What is said in the end. */
  EnumMap<Keyword, String> values() {
    EnumMap<Keyword, String> values = new EnumMap<>(Keyword.class);
    layers.forEach(layer -> layer.values().forEach(values::putIfAbsent));
    return values;
  }

  Optional<String> value(Keyword keyword) {
    return Optional.ofNullable(values().get(keyword));
  }

  /** Whether who says it means just that, and not only a default. */
  boolean isChosen(Keyword keyword) {
    return said(keyword).filter(layer -> CHOOSING.contains(layer.source())).isPresent();
  }

  /** A keyword's value with who says it; empty if nobody does. */
  Optional<ConnectionValue> explained(Keyword keyword) {
    return said(keyword)
        .map(
            layer ->
                new ConnectionValue(
                    keyword.keyword(),
                    SECRETS.contains(keyword) ? "***" : value(keyword).orElse(""),
                    layer.source(),
                    layer.source() == ConnectionSource.ENVIRONMENT
                        ? keyword.variable()
                        : layer.name()));
  }

  private Optional<Layer> said(Keyword keyword) {
    return layers.stream().filter(layer -> layer.values().containsKey(keyword)).findFirst();
  }
}
