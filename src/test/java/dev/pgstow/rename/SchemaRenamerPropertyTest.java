package dev.pgstow.rename;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.pgstow.rename.SchemaRenamer.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SchemaRenamerPropertyTest {

  @Property(tries = 500)
  void theOrderOfSchemasDoesNotMatter(
      @ForAll("names") Set<String> names, @ForAll("texts") String text, @ForAll Random random) {
    List<Schema> schemas = schemas(names);
    List<Schema> shuffled = new ArrayList<>(schemas);
    Collections.shuffle(shuffled, random);
    SchemaRenamer one = SchemaRenamer.of("p", schemas, List.of());
    SchemaRenamer other = SchemaRenamer.of("p", shuffled, List.of());
    assertEquals(one.sql(text), other.sql(text));
    assertEquals(one.text("data", text), other.text("data", text));
    assertEquals(one.text("schema_name", text), other.text("schema_name", text));
    assertEquals(one.leftAlone(), other.leftAlone());
  }

  @Property(tries = 1000)
  void internalNamesAreRenamedAsTheSlowWayDoes(
      @ForAll("internal") Set<String> names, @ForAll("texts") String text) {
    Map<String, String> portable = new LinkedHashMap<>();
    schemas(names).forEach(schema -> portable.put(schema.schemaName(), "p_" + schema.name()));
    SchemaRenamer renamer = SchemaRenamer.of("p", schemas(names), List.of());
    assertEquals(new SlowRenamer(portable).text(text), renamer.text("data", text));
  }

  @Property(tries = 1000)
  void nothingMakesItFailAndTextWithoutANameStays(@ForAll String text) {
    SchemaRenamer renamer = Renamers.of("no-such-name-here", "no_such_word_here");
    assertSame(text, renamer.sql(text));
    assertSame(text, renamer.text("data", text));
    assertSame(text, renamer.changeName(text));
    assertSame(text, renamer.key(text));
  }

  @Property(tries = 1000)
  void sqlBetweenNamesStaysAsItWas(@ForAll("sql") String sql) {
    String renamed = Renamers.of("a-b", "app").sql(sql);
    // In E'\\app' the backslash is part of the name's first letter.
    assertEquals(
        sql.replaceAll("(?i)\\\\?(a-b|app)", "#"),
        renamed.replaceAll("(?i)\\\\?(p_n_[12]|a-b|app)", "#"));
  }

  @Property(tries = 1000)
  void anAliasOnlyEverKeepsNames(@ForAll("statements") String sql) {
    SchemaRenamer renamer = Renamers.of("app");
    String renamed = renamer.sql(sql);
    assertEquals(
        sql.toLowerCase(Locale.ROOT), renamed.replace("p_n_1", "app").toLowerCase(Locale.ROOT));
    long kept = renamed.split("(?i)(?<!p_n_1)\\bapp\\b", -1).length - 1L;
    assertEquals(kept, renamer.leftAlone());
  }

  @Property(tries = 300)
  void whatIsRenamedHoldsNoInternalNameAnyMore(@ForAll("sql") String sql) {
    SchemaRenamer renamer = Renamers.of("a-b", "app");
    String renamed = renamer.sql(sql);
    assertSame(renamed, renamer.sql(renamed));
  }

  private static List<Schema> schemas(Set<String> names) {
    return names.stream().map(name -> new Schema("s" + number(name), name)).toList();
  }

  /** Letters that snake_case leaves alone, different for each name. */
  private static String number(String name) {
    StringBuilder letters = new StringBuilder();
    name.chars().forEach(c -> letters.append((char) ('a' + c % 16)).append((char) ('a' + c / 16)));
    return letters.toString();
  }

  @Provide
  Arbitrary<Set<String>> names() {
    return Arbitraries.of("a", "b", "a-b", "a-b-c", "a.b", "a b", "b.", "A", "é", "a$", "-a", "(")
        .set()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<Set<String>> internal() {
    return Arbitraries.of("a-b", "a-b-c", "a.b", "a b", "b.", "A", "é", "a$", "-a", "(", "(a", "-")
        .set()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<String> statements() {
    return Arbitraries.of(
            "SELECT",
            "FROM",
            "JOIN",
            "ON",
            "INTO",
            "UPDATE",
            "SET",
            "USING",
            "OPERATOR",
            "DECLARE",
            "BEGIN",
            "END",
            "FOR",
            "FUNCTION",
            "TABLE",
            "ATOMIC",
            "CASE",
            "app",
            "app.x",
            "app.app",
            "app.*",
            "APP.x(",
            "x",
            "AS",
            "$$",
            "(",
            ")",
            "[",
            "]",
            ",",
            ";",
            "=",
            "<<",
            ">>",
            ".",
            "%TYPE")
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join(" ", parts));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "b", "-", ".", " ", "(", "A", "é", "$", "_", "c", "1", "—")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> sql() {
    return Arbitraries.of(
            "a-b",
            "app",
            "APP",
            ".",
            ".x",
            "\"",
            "'",
            "''",
            "E'",
            "\\",
            "$$",
            "$x$",
            "AS ",
            "DO ",
            "--",
            "/*",
            "*/",
            "\n",
            " ",
            "SCHEMA ",
            ",",
            "search_path",
            "=",
            "SET ",
            "schemas/",
            "::regnamespace",
            "schema_name",
            "(",
            ")",
            "U&\"",
            "nspname",
            "OPERATOR ",
            ".*",
            "FOREIGN ",
            "INTO ",
            ":",
            "[")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }
}
