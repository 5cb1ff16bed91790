package dev.pgstow.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.catalog.ObjectKind;
import dev.pgstow.workspace.FilePath;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TABLE     | app  | users        |               | tables/app.users.sql
          TABLE     | app  | Users        |               | tables/app.+users.sql
          TABLE     | app  | a.b          |               | tables/app.a%2eb.sql
          TABLE     | app  | a_b          |               | tables/app.a_b.sql
          TABLE     | app  | ../../x      |               | tables/app.%2e%2e%2f%2e%2e%2fx.sql
          TABLE     | con  | users        |               | tables/%63on.users.sql
          SCHEMA    |      | nul          |               | schemas/%6eul.sql
          SCHEMA    |      | NUL          |               | schemas/+n+u+l.sql
          SCHEMA    |      | -rf          |               | schemas/%2drf.sql
          TABLE     | app  | заказ        |               | tables/app.заказ.sql
          TABLE     | app  | 表           |               | tables/app.表.sql
          TABLE     | app  | naïve        |               | tables/app.na%c3%afve.sql
          FUNCTION  | app  | area         | integer, text | functions/app.area(integer,text).sql
          FUNCTION  | app  | area         |               | functions/app.area.sql
          FUNCTION  | app  | f            | app.my_t[]    | functions/app.f(app.my%5ft[]).sql
          FUNCTION  | app  | f            | double precision | functions/app.f(double_precision).sql
          OPERATOR  | app  | <->          | a, b          | operators/app.%3c-%3e(a,b).sql
          TRIGGER   | app  | touch        | users         | triggers/app.users.touch.sql
          POLICY    | app  | Owner's own  | my_users      | policies/app.my_users.+owner%27s%20own.sql
          """)
  void namesAreReadableAndSafe(
      ObjectKind kind, String schema, String name, String qualifier, String expected) {
    assertEquals(expected, FileNames.path(identity(kind, schema, name, qualifier)));
  }

  @Test
  void aNameThatIsTooLongEndsInAHash() {
    ObjectIdentity one = identity(ObjectKind.TABLE, "é".repeat(31), "ü".repeat(31), null);
    ObjectIdentity two = identity(ObjectKind.TABLE, "é".repeat(31), "ü".repeat(30) + "u", null);
    String path = FileNames.path(one);
    assertTrue(path.matches("tables/[%0-9a-f.]+~[0-9a-f]{32}\\.sql"), path);
    assertNotEquals(path, FileNames.path(two));
  }

  @Property
  void aPathIsLegalEverywhere(@ForAll("identities") ObjectIdentity identity) {
    String path = FileNames.path(identity);
    assertEquals(Optional.empty(), FilePath.problem(path), path);
    assertTrue(path.startsWith(identity.kind().folder() + "/"), path);
    String file = path.substring(identity.kind().folder().length() + 1);
    assertFalse(file.contains("/"), path);
    assertTrue(file.getBytes(StandardCharsets.UTF_8).length <= 140, path);
    assertFalse(path.contains("'"), path);
  }

  @Property
  void aPathTellsItsObject(@ForAll("identities") ObjectIdentity identity) {
    String path = FileNames.path(identity);
    if (!path.contains("~")) {
      assertEquals(identity, Decoder.identity(identity.kind(), path), path);
    }
  }

  @Property
  void differentObjectsHaveDifferentFilesOnEveryFileSystem(
      @ForAll("crowds") Set<ObjectIdentity> identities) {
    Map<String, ObjectIdentity> byFile = new HashMap<>();
    for (ObjectIdentity identity : identities) {
      String folded =
          Normalizer.normalize(FileNames.path(identity), Normalizer.Form.NFKD)
              .toUpperCase(Locale.ROOT)
              .toLowerCase(Locale.ROOT);
      ObjectIdentity twin = byFile.put(folded, identity);
      assertEquals(null, twin, () -> identity + " and " + twin + ": " + folded);
    }
  }

  @Provide
  Arbitrary<Set<ObjectIdentity>> crowds() {
    return identities().set().ofMinSize(2).ofMaxSize(60);
  }

  @Provide
  Arbitrary<ObjectIdentity> identities() {
    Arbitrary<String> hostile =
        Arbitraries.of(
            "a", "A", "b", "i", "I", "ı", "İ", "ß", "ẞ", "s", "ſ", "k", "K", "é", "e\u0301", "É",
            "σ", "ς", "Σ", "µ", "μ", ".", "_", "-", " ", "/", "\\", "'", "\"", "\n", "😀", "表", "й",
            "Й", "д", "Д", "%", "+", "~", "(", ")", ",", "con", "NUL", "com1", "가", "ﬁ", "Å");
    Arbitrary<String> any = Arbitraries.strings().ofMinLength(1).ofMaxLength(1);
    Arbitrary<String> name =
        Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(6, hostile), net.jqwik.api.Tuple.of(1, any))
            .filter(it -> it.codePoints().noneMatch(FileNamesTest::isImpossible))
            .list()
            .ofMinSize(1)
            .ofMaxSize(8)
            .map(parts -> String.join("", parts));
    Arbitrary<String> types =
        Arbitraries.of("integer", "text[]", "double precision", "app.\"My, t\"", "app.my_t")
            .list()
            .ofMaxSize(4)
            .map(list -> String.join(", ", list));
    return Combinators.combine(Arbitraries.of(ObjectKind.class), name, name, name, types)
        .as(
            (kind, schema, object, table, arguments) ->
                switch (kind) {
                  case SCHEMA, EXTENSION, EVENT_TRIGGER, PUBLICATION ->
                      new ObjectIdentity(kind, Optional.empty(), object, "");
                  case TRIGGER, POLICY, RULE, CONSTRAINT, DEFAULT ->
                      new ObjectIdentity(kind, Optional.of(schema), object, table);
                  case FUNCTION, PROCEDURE, OPERATOR, AGGREGATE ->
                      new ObjectIdentity(kind, Optional.of(schema), object, arguments);
                  default -> new ObjectIdentity(kind, Optional.of(schema), object, "");
                });
  }

  private static boolean isImpossible(int point) {
    return point == 0 || (point >= 0xD800 && point <= 0xDFFF);
  }

  private static ObjectIdentity identity(
      ObjectKind kind, String schema, String name, String qualifier) {
    return new ObjectIdentity(
        kind, Optional.ofNullable(schema), name, qualifier == null ? "" : qualifier);
  }

  /** What the rules of {@link FileNames} say a path means. */
  private static final class Decoder {
    static ObjectIdentity identity(ObjectKind kind, String path) {
      String file = path.substring(kind.folder().length() + 1, path.length() - ".sql".length());
      String qualifier = "";
      int parenthesis = file.indexOf('(');
      if (parenthesis >= 0) {
        qualifier = arguments(file.substring(parenthesis + 1, file.length() - 1));
        file = file.substring(0, parenthesis);
      }
      List<String> words = List.of(file.split("\\.", -1)).stream().map(Decoder::word).toList();
      return switch (words.size()) {
        case 1 -> new ObjectIdentity(kind, Optional.empty(), words.get(0), qualifier);
        case 2 -> new ObjectIdentity(kind, Optional.of(words.get(0)), words.get(1), qualifier);
        default -> new ObjectIdentity(kind, Optional.of(words.get(0)), words.get(2), words.get(1));
      };
    }

    private static String arguments(String text) {
      return word(text.replace(",", ", ").replace("_", " "));
    }

    private static String word(String text) {
      java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
      for (int i = 0; i < text.length(); ) {
        int point = text.codePointAt(i);
        i += Character.charCount(point);
        if (point == '%') {
          bytes.write(Integer.parseInt(text.substring(i, i + 2), 16));
          i += 2;
        } else {
          if (point == '+') {
            point = Character.toUpperCase(text.codePointAt(i));
            i += Character.charCount(point);
          }
          bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        }
      }
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
