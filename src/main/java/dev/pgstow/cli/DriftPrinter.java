package dev.pgstow.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.catalog.CatalogObject;
import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.catalog.ObjectKind;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.drift.DriftResult;
import dev.pgstow.dump.ObjectTitle;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a database differs from its source, for a person or as a JSON line. */
record DriftPrinter(PrintStream out, boolean json) {

  void print(DriftResult result, String database) {
    if (json) {
      out.println(JsonLine.of(json(result, database)));
      return;
    }
    List<ObjectIdentity> undeclared = identities(result);
    out.println(
        result.isSame()
            ? "drift: clean — every live object is declared in source."
            : "drift: " + undeclared.size() + " undeclared live object(s):");
    groups(undeclared, Map.of());
    if (!result.missing().isEmpty()) {
      out.println();
      out.println("missing: " + result.missing().size() + " declared object(s) are not live:");
      groups(result.missing(), Map.of());
    }
    if (!result.changed().isEmpty()) {
      out.println();
      out.println(
          "changed: " + result.changed().size() + " live object(s) differ from source (-):");
      Map<ObjectIdentity, List<String>> diffs = new LinkedHashMap<>();
      result.changed().forEach(change -> diffs.put(change.identity(), change.diff()));
      groups(List.copyOf(diffs.keySet()), diffs);
    }
    notes(result);
    if (!undeclared.isEmpty()) {
      out.println();
      out.println(
          "Run `pgstow pull` to capture these into "
              + Sanitizer.visible(pulled(result))
              + "/<ts>.sql for review.");
    }
  }

  /** As people named the folder: its last two parts. */
  private static String pulled(DriftResult result) {
    int parts = result.pulled().getNameCount();
    return result.pulled().subpath(Math.max(0, parts - 2), parts).toString().replace('\\', '/');
  }

  private void groups(List<ObjectIdentity> identities, Map<ObjectIdentity, List<String>> diffs) {
    byKind(identities)
        .forEach(
            (kind, members) -> {
              out.println();
              out.println(ObjectTitle.plural(kind) + " (" + members.size() + "):");
              for (ObjectIdentity identity : members) {
                out.println("  - " + ObjectTitle.withoutKind(identity));
                diffs
                    .getOrDefault(identity, List.of())
                    .forEach(line -> out.println("      " + Sanitizer.visible(line)));
              }
            });
  }

  private void notes(DriftResult result) {
    if (!result.incomparable().isEmpty() || !result.notes().isEmpty()) {
      out.println();
    }
    result
        .incomparable()
        .forEach(
            omission ->
                out.println(
                    "not compared: "
                        + ObjectTitle.of(omission.identity())
                        + ": "
                        + Sanitizer.visible(omission.why())));
    result.notes().forEach(note -> out.println("note: " + Sanitizer.visible(note)));
  }

  private static Map<ObjectKind, List<ObjectIdentity>> byKind(List<ObjectIdentity> identities) {
    Map<ObjectKind, List<ObjectIdentity>> kinds = new EnumMap<>(ObjectKind.class);
    for (ObjectIdentity identity : identities) {
      kinds.computeIfAbsent(identity.kind(), kind -> new ArrayList<>()).add(identity);
    }
    return kinds;
  }

  private static List<ObjectIdentity> identities(DriftResult result) {
    return result.undeclared().stream().map(CatalogObject::identity).toList();
  }

  private static ObjectNode json(DriftResult result, String database) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("event", "result");
    line.put("database", database).put("source", result.source());
    line.put("clean", result.isSame());
    ArrayNode undeclared = line.putArray("undeclared");
    identities(result).forEach(identity -> node(undeclared, identity));
    ArrayNode missing = line.putArray("missing");
    result.missing().forEach(identity -> node(missing, identity));
    ArrayNode changed = line.putArray("changed");
    for (DriftResult.Changed change : result.changed()) {
      change.diff().forEach(node(changed, change.identity()).putArray("diff")::add);
    }
    ArrayNode incomparable = line.putArray("incomparable");
    result
        .incomparable()
        .forEach(omission -> node(incomparable, omission.identity()).put("why", omission.why()));
    result.notes().forEach(line.putArray("notes")::add);
    return line.put("milliseconds", result.elapsed().toMillis());
  }

  private static ObjectNode node(ArrayNode array, ObjectIdentity identity) {
    ObjectNode node = array.addObject().put("kind", identity.kind().label());
    identity.schema().ifPresent(schema -> node.put("schema", schema));
    return node.put("name", identity.name()).put("qualifier", identity.qualifier());
  }
}
