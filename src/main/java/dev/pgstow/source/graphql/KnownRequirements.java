package dev.pgstow.source.graphql;

import dev.pgstow.source.RequirementScan;
import dev.pgstow.source.ScriptNames;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What scripts require of a target, by what the well-known extensions and pgpm modules bring: an
 * API shows neither the catalog nor the ledger.
 */
final class KnownRequirements implements RequirementScan, ScriptNames.Listener {
  private static final String PLPGSQL = "plpgsql";

  /** One entry of the list. */
  private record Member(String owner, boolean isModule, Pattern name) {}

  private final Map<String, List<Member>> calls = new HashMap<>();
  private final List<Member> callPatterns = new ArrayList<>();
  private final Map<String, List<Member>> types = new HashMap<>();
  private final List<Member> typePatterns = new ArrayList<>();
  private final Map<String, Member> schemas = new HashMap<>();
  private final List<String> moduleOrder = new ArrayList<>();

  private final Set<String> exported;
  private final Set<String> extensions = new TreeSet<>();
  private final Set<String> extensionModules = new HashSet<>();
  private final Set<String> serviceModules = new HashSet<>();

  /**
   * A scan.
   *
   * @param exported the schemas exported: nobody else is needed for those
   */
  KnownRequirements(Set<String> exported) {
    this.exported = exported;
    try (InputStream file =
            Objects.requireNonNull(
                KnownRequirements.class.getResourceAsStream("known-requirements.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line: {@code extension uuid-ossp calls uuid_nil …}; a star at the end of a name is any. */
  private void add(String line) {
    String[] words = line.strip().split("\\s+");
    boolean isModule = words[0].equals("module");
    if (isModule && !moduleOrder.contains(words[1])) {
      moduleOrder.add(words[1]);
    }
    for (int i = 3; i < words.length; i++) {
      String name = words[i];
      Pattern pattern = Pattern.compile(name.replace("*", ".*"));
      Member member = new Member(words[1], isModule, pattern);
      boolean any = name.contains("*");
      switch (words[2]) {
        case "calls" -> put(calls, callPatterns, any, name, member);
        case "types" -> put(types, typePatterns, any, name, member);
        default -> schemas.put(name, member);
      }
    }
  }

  private static void put(
      Map<String, List<Member>> exact,
      List<Member> patterns,
      boolean any,
      String name,
      Member member) {
    if (any) {
      patterns.add(member);
    } else {
      exact.computeIfAbsent(name, key -> new ArrayList<>()).add(member);
    }
  }

  @Override
  public void script(String sql) {
    ScriptNames.scan(sql, this);
  }

  @Override
  public void table(String schema, String name) {
    Member module = schemas.get(schema);
    if (module != null) {
      serviceModules.add(module.owner());
    }
  }

  @Override
  public void qualifier(String name) {
    Member module = schemas.get(name);
    if (module != null && !exported.contains(name)) {
      extensionModules.add(module.owner());
    }
  }

  @Override
  public void mention(String name) {
    // Only a catalog knows what stands behind a name alone.
  }

  @Override
  public void call(String qualifier, String name) {
    collect(calls, callPatterns, qualifier, name);
  }

  @Override
  public void type(String qualifier, String name) {
    collect(types, typePatterns, qualifier, name);
  }

  private void collect(
      Map<String, List<Member>> exact, List<Member> patterns, String qualifier, String name) {
    if (!qualifier.isEmpty() && !qualifier.equals("public")) {
      return;
    }
    String small = name.toLowerCase(Locale.ROOT);
    List<Member> members = new ArrayList<>(exact.getOrDefault(small, List.of()));
    patterns.stream().filter(it -> it.name().matcher(small).matches()).forEach(members::add);
    for (Member member : members) {
      (member.isModule() ? extensionModules : extensions).add(member.owner());
    }
  }

  @Override
  public List<String> extensionRequires() {
    List<String> requires = new ArrayList<>(List.of(PLPGSQL));
    requires.addAll(extensions);
    moduleOrder.stream().filter(extensionModules::contains).forEach(requires::add);
    return List.copyOf(requires);
  }

  @Override
  public List<String> serviceRequires() {
    List<String> requires = new ArrayList<>(List.of(PLPGSQL));
    moduleOrder.stream().filter(serviceModules::contains).forEach(requires::add);
    return List.copyOf(requires);
  }
}
