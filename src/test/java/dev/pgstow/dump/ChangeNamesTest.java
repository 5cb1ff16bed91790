package dev.pgstow.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pgstow.catalog.CatalogObject;
import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.catalog.ObjectKind;
import dev.pgstow.workspace.CaseTwins;
import dev.pgstow.workspace.ChangeName;
import dev.pgstow.workspace.Reference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ChangeNamesTest {
  private static CatalogObject object(
      ObjectKind kind, Optional<String> schema, String name, String qualifier, String... create) {
    return new CatalogObject(
        new ObjectIdentity(kind, schema, name, qualifier), List.of(create), List.of(), Set.of());
  }

  private static CatalogObject object(ObjectKind kind, String name, String qualifier) {
    return object(kind, Optional.of("app"), name, qualifier);
  }

  private static List<String> names(CatalogObject... objects) {
    ChangeNames names = new ChangeNames(List.of(objects));
    return List.of(objects).stream().map(object -> names.of(object.identity())).toList();
  }

  @Test
  void namesAreThoseOfPgpm() {
    CatalogObject users = object(ObjectKind.TABLE, "users", "");
    CatalogObject index =
        new CatalogObject(
            new ObjectIdentity(ObjectKind.INDEX, Optional.of("app"), "by_name", ""),
            List.of("CREATE INDEX by_name ON app.users USING btree (name)"),
            List.of(),
            Set.of(users.identity()));
    assertEquals(
        List.of(
            "schemas/app/schema",
            "schemas/app/tables/users/table",
            "schemas/app/tables/users/indexes/by_name",
            "schemas/app/tables/users/policies/owner",
            "schemas/app/views/v/view",
            "schemas/app/views/v/triggers/touch",
            "schemas/app/procedures/f/procedure",
            "extensions/citext/extension",
            "schemas/app/domains/d/domain",
            "schemas/app/domains/d/constraints/positive",
            "schemas/app/tables/domain%20d/constraints/positive"),
        names(
            object(ObjectKind.SCHEMA, Optional.empty(), "app", ""),
            users,
            index,
            object(ObjectKind.POLICY, "owner", "users"),
            object(ObjectKind.VIEW, "v", ""),
            object(ObjectKind.TRIGGER, "touch", "v"),
            object(ObjectKind.FUNCTION, "f", "integer"),
            object(ObjectKind.EXTENSION, Optional.empty(), "citext", ""),
            object(ObjectKind.DOMAIN, "d", ""),
            object(ObjectKind.CONSTRAINT, "positive", "domain d"),
            object(ObjectKind.CONSTRAINT, "positive", "table domain d")));
  }

  @Test
  void routinesOfOneNameAreToldApartByTheirArguments() {
    assertEquals(
        List.of(
            "schemas/app/procedures/f/procedure",
            "schemas/app/procedures/f/integer,text%5b%5d/procedure",
            "schemas/app/procedures/f/character_varying/procedure"),
        names(
            object(ObjectKind.FUNCTION, "f", ""),
            object(ObjectKind.FUNCTION, "f", "integer, text[]"),
            object(ObjectKind.PROCEDURE, "f", "character varying")));
  }

  @Test
  void anEndThatMeansSomethingInAPlanIsNoEnd() {
    assertEquals(
        List.of(
            "schemas/app/tables/t/policies/a%20/policy",
            "schemas/app/tables/t/policies/x-/policy", "schemas/app/tables/t/policies/%4f%4b"),
        names(
                object(ObjectKind.POLICY, "a ", "t"),
                object(ObjectKind.POLICY, "x-", "t"),
                object(ObjectKind.POLICY, "OK", "t"))
            .stream()
            .map(name -> name.replace("+o+k", "%4f%4b"))
            .toList());
  }

  @Property(tries = 300)
  void everyNameIsLegalAndNoOneElses(
      @ForAll @Size(min = 1, max = 12) Set<@StringLength(min = 1, max = 63) String> words) {
    List<CatalogObject> objects = new ArrayList<>();
    for (String word : words) {
      if (word.indexOf('\0') >= 0 || !isText(word)) {
        continue;
      }
      Optional<String> schema = Optional.of(word);
      objects.add(object(ObjectKind.SCHEMA, Optional.empty(), word, ""));
      objects.add(object(ObjectKind.TABLE, schema, word, ""));
      objects.add(object(ObjectKind.POLICY, schema, word, word));
      objects.add(object(ObjectKind.INDEX, schema, word, "", "CREATE INDEX"));
      objects.add(object(ObjectKind.FUNCTION, schema, word, ""));
      objects.add(object(ObjectKind.FUNCTION, schema, word, word + "[], integer"));
      objects.add(object(ObjectKind.CAST, Optional.empty(), word + " AS integer", ""));
    }
    ChangeNames names = new ChangeNames(objects);
    CaseTwins twins = new CaseTwins();
    Set<String> all = new LinkedHashSet<>();
    for (CatalogObject object : objects) {
      String name = names.of(object.identity());
      assertEquals(Optional.empty(), ChangeName.problem(name), name);
      assertEquals(name, Reference.parse(name).change());
      twins.add(name);
      all.add(name);
    }
    assertEquals(objects.size(), all.size());
  }

  private static boolean isText(String word) {
    return word.codePoints().noneMatch(point -> point >= 0xd800 && point <= 0xdfff);
  }
}
