package dev.pgstow.rename;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a text calls by the names of schemas, and the {@code app.x} that may mean it. An alias and a
 * parameter are known in their statement, a variable in the whole text.
 */
final class Declared {
  private record Use(int start, String name) {}

  private final Set<String> variables;
  private final Set<String> parameters = new HashSet<>();
  private final Set<String> aliases = new HashSet<>();
  private final List<Use> uses = new ArrayList<>();
  private final List<Use> undecided = new ArrayList<>();
  private final Set<Integer> marked = new HashSet<>();
  private final Map<Integer, Set<String>> bodies = new HashMap<>();

  Declared(Set<String> variables) {
    this.variables = new HashSet<>(variables);
  }

  void alias(String name) {
    aliases.add(name);
  }

  void variable(String name) {
    variables.add(name);
  }

  void parameter(String name) {
    parameters.add(name);
  }

  /** The name here may mean what is declared, before or after it. */
  void use(int start, String name) {
    uses.add(new Use(start, name));
  }

  /** The name here is no schema's, whatever is declared. */
  void field(int start) {
    marked.add(start);
  }

  /** A body starts here. */
  void body(int start) {
    if (!parameters.isEmpty()) {
      bodies.put(start, Set.copyOf(parameters));
    }
  }

  /** A statement is over; parameters outlive those inside {@code BEGIN ATOMIC}. */
  void endStatement(boolean atomic) {
    for (Use use : uses) {
      if (aliases.contains(use.name) || parameters.contains(use.name)) {
        marked.add(use.start);
      } else {
        undecided.add(use);
      }
    }
    uses.clear();
    aliases.clear();
    if (!atomic) {
      parameters.clear();
    }
  }

  /** The text is over. */
  void end() {
    endStatement(false);
    for (Use use : undecided) {
      if (variables.contains(use.name)) {
        marked.add(use.start);
      }
    }
    undecided.clear();
  }

  Set<Integer> marked() {
    return marked;
  }

  Set<String> parameters(int body) {
    return bodies.getOrDefault(body, Set.of());
  }
}
