package dev.pgstow.dump;

import dev.pgstow.catalog.CatalogObject;
import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.catalog.ObjectKind;
import dev.pgstow.sql.Identifiers;
import dev.pgstow.workspace.ChangeName;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names of changes for objects, as pgpm names them: {@code schemas/app/tables/users/table}, {@code
 * schemas/app/tables/users/indexes/by_name}, {@code schemas/app/procedures/f/procedure}; of several
 * routines of a name those with arguments have them too: {@code
 * schemas/app/procedures/f/integer,text/procedure}. Names are written as {@link FileNameEncoder}
 * does, so none is lost and none is another's; what gets too long ends in {@code +0} and a hash.
 */
final class ChangeNames {
  private static final int MAX_BYTES = 120;
  private static final int HASH_DIGITS = 32;

  /** How the catalog marks what is made before the object, to be replaced by it. */
  private static final String SHELL = "shell";

  private final Map<String, String> relations = new HashMap<>();
  private final Map<String, Integer> namesakes = new HashMap<>();
  private final Map<ObjectIdentity, String> names = new LinkedHashMap<>();

  ChangeNames(List<CatalogObject> objects) {
    for (CatalogObject object : objects) {
      ObjectIdentity identity = object.identity();
      switch (identity.kind()) {
        case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE ->
            relations.put(
                key(identity, identity.name()),
                identity.kind().folder() + '/' + word(identity.name()));
        case FUNCTION, PROCEDURE, AGGREGATE -> {
          if (!isShell(identity)) {
            namesakes.merge(key(identity, identity.name()), 1, Integer::sum);
          }
        }
        default -> {}
      }
    }
    objects.forEach(object -> names.put(object.identity(), legal(object)));
  }

  /** The change of one of the objects. */
  String of(ObjectIdentity identity) {
    String name = names.get(identity);
    if (name == null) {
      throw new IllegalArgumentException("Not an object of this catalog: " + identity);
    }
    return name;
  }

  /** Whether it is one of the objects. */
  boolean has(ObjectIdentity identity) {
    return names.containsKey(identity);
  }

  private String legal(CatalogObject object) {
    String name = name(object);
    // A name's last letters can mean something in a plan; a folder's can't.
    return ChangeName.problem(name).isEmpty() ? name : name + '/' + leaf(object.identity());
  }

  private String name(CatalogObject object) {
    ObjectIdentity identity = object.identity();
    String base = identity.schema().map(schema -> "schemas/" + word(schema) + '/').orElse("");
    String word = word(identity.name());
    return switch (identity.kind()) {
      case SCHEMA -> "schemas/" + word + "/schema";
      case INDEX -> base + table(object).map(it -> it + '/').orElse("") + "indexes/" + word;
      case DEFAULT, CONSTRAINT, RULE, TRIGGER, POLICY ->
          base + owner(identity) + '/' + identity.kind().folder() + '/' + word;
      case FUNCTION, PROCEDURE, AGGREGATE -> base + routine(identity, word);
      default ->
          base
              + identity.kind().folder()
              + '/'
              + word
              + arguments(identity.qualifier())
              + '/'
              + leaf(identity);
    };
  }

  private String routine(ObjectIdentity identity, String word) {
    boolean alone = namesakes.getOrDefault(key(identity, identity.name()), 0) < 2;
    boolean aggregate = identity.kind() == ObjectKind.AGGREGATE;
    return (aggregate ? "aggregates/" : "procedures/")
        + word
        + (alone ? "" : arguments(identity.qualifier()))
        + (aggregate ? "/aggregate" : "/procedure")
        + (isShell(identity) ? "_shell" : "");
  }

  private String owner(ObjectIdentity identity) {
    return identity
        .domain()
        .map(domain -> "domains/" + word(domain))
        .orElseGet(
            () ->
                relations.getOrDefault(
                    key(identity, identity.table()), "tables/" + word(identity.table())));
  }

  /** The table of an index, which only its statement names. */
  private Optional<String> table(CatalogObject index) {
    String sql = index.create().isEmpty() ? "" : index.create().get(0);
    return index.requires().stream()
        .filter(it -> it.schema().equals(index.identity().schema()))
        .filter(it -> isNamed(sql, it))
        .flatMap(it -> Optional.ofNullable(relations.get(key(it, it.name()))).stream())
        .findFirst();
  }

  private static boolean isNamed(String sql, ObjectIdentity relation) {
    String name =
        Identifiers.quote(relation.schema().orElse("")) + '.' + Identifiers.quote(relation.name());
    return sql.contains(" ON " + name + ' ') || sql.contains(" ON ONLY " + name + ' ');
  }

  private static boolean isShell(ObjectIdentity identity) {
    return identity.qualifier().equals(SHELL) || identity.qualifier().endsWith("; " + SHELL);
  }

  private static String leaf(ObjectIdentity identity) {
    String leaf = identity.kind().label().replace(' ', '_').replace('-', '_');
    return isShell(identity) ? leaf + "_shell" : leaf;
  }

  private static String arguments(String qualifier) {
    String types =
        qualifier.equals(SHELL)
            ? ""
            : qualifier.endsWith("; " + SHELL)
                ? qualifier.substring(0, qualifier.length() - SHELL.length() - 2)
                : qualifier;
    return types.isEmpty()
        ? ""
        : '/' + bounded(FileNameEncoder.arguments(types).replace("[", "%5b").replace("]", "%5d"));
  }

  private static String word(String name) {
    return bounded(FileNameEncoder.withoutDeviceName(FileNameEncoder.word(name)));
  }

  private static String bounded(String segment) {
    byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= MAX_BYTES && !segment.endsWith(".")) {
      return segment;
    }
    int end = 0;
    for (int size = 0; end < segment.length() && size < MAX_BYTES - HASH_DIGITS - 8; ) {
      int point = segment.codePointAt(end);
      size += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
      end += Character.charCount(point);
    }
    return segment.substring(0, end) + "+0" + Sha256.of(bytes).substring(0, HASH_DIGITS);
  }

  private static String key(ObjectIdentity identity, String relation) {
    return identity.schema().orElse("") + '\0' + relation;
  }
}
