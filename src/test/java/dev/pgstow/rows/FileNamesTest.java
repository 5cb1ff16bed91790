package dev.pgstow.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FileNamesTest {
  private static String file(String schema, String table) {
    TableName name = new TableName(schema, table);
    return FileNames.of(List.of(name), ".json", Set.of()).get(name);
  }

  @Test
  void publicTablesHaveTheirNameAndOthersTheirSchemaBeforeIt() {
    assertEquals("users.json", file("public", "users"));
    assertEquals("app.users.json", file("app", "users"));
    assertEquals("auth_users.json", file("auth", "users"));
    assertEquals("日本.json", file("public", "日本"));
  }

  @Test
  void namesOfOurOwnFilesAreLeftToThem() {
    assertEquals("public.metadata.json", file("public", "metadata"));
    assertEquals("public.auth_users.json", file("public", "auth_users"));
  }

  @Test
  void hostileNamesStayInTheFolder() {
    assertEquals("%2E.%2F..%2Fx.json", file("public", "../../x"));
    assertEquals("%2Ehidden.json", file("public", ".hidden"));
    assertEquals("a%0Ab%00c%5C.json", file("public", "a\nb\0c\\"));
    assertTrue(file("public", "x".repeat(63) + "é".repeat(63) + "/".repeat(63)).length() < 210);
  }

  @Test
  void namesThatDifferInCaseOnlyGetANumber() {
    List<TableName> tables =
        List.of(
            new TableName("public", "Users"),
            new TableName("public", "users"),
            new TableName("app", "x.y"),
            new TableName("app.x", "y"));
    assertEquals(
        Map.of(
            tables.get(0), "Users.json",
            tables.get(1), "users~2.json",
            tables.get(2), "app.x.y.json",
            tables.get(3), "app.x.y~2.json"),
        FileNames.of(tables, ".json", Set.of()));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().all().withChars("./\\%~: CON").ofMinLength(1).ofMaxLength(63);
  }

  @Property(tries = 300)
  void anyNamesGiveDifferentNamesOfFiles(@ForAll("names") String one, @ForAll("names") String two) {
    Set<TableName> tables = new HashSet<>();
    for (String schema : List.of("public", one)) {
      for (String name : List.of(one, two)) {
        tables.add(new TableName(schema, name));
      }
    }
    Map<TableName, String> files = FileNames.of(List.copyOf(tables), ".json", Set.of());
    assertEquals(tables.size(), new HashSet<>(files.values()).size());
    files.values().forEach(it -> assertTrue(DataFolder.isOneName(it), it));
  }

  @Test
  void tablesAreNamedAsPeopleNameThem() {
    assertEquals(new TablePattern(Optional.empty(), "users"), TablePattern.parse("users"));
    assertEquals(
        new TablePattern(Optional.of("a.b"), "C \"d\""),
        TablePattern.parse("\"a.b\".\"C \"\"d\"\"\""));
    for (String text :
        List.of("users", "a.b", "\"a.b\".c", "a.\"b.c\"", "\"a.b\".\"C \"\"d\"\"\"")) {
      assertEquals(text, TablePattern.parse(text).toString());
    }
    for (String bad : List.of("", ".", "a.", ".a", "a.b.c", "\"a")) {
      Failure failure = assertThrows(Failure.class, () -> TablePattern.parse(bad), bad);
      assertEquals("table-name-invalid", failure.ident());
    }
  }

  @Test
  void conditionsStayWithinTheirParentheses() {
    TablePattern table = TablePattern.parse("t");
    Conditions.check(table, "a > 1 AND (b = ')' OR c = $$;$$) -- fine");
    for (String bad : List.of("", "1) TO PROGRAM 'x", "a; DROP TABLE t", "(a", "a = 'x", "/* a")) {
      assertEquals(
          "where-invalid",
          assertThrows(Failure.class, () -> Conditions.check(table, bad), bad).ident());
    }
  }
}
