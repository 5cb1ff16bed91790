package dev.pgstow.rename;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that need quotes. */
class InternalNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"x-17-app-public\".contacts|\"crm_app_public\".contacts",
        "\"x-17-app-public-v2\".a|\"crm_app_public_v_2\".a",
        "SELECT verify_table('x-17-app-public.contacts')|SELECT verify_table('crm_app_public.contacts')",
        "CREATE SCHEMA \"x-17-app-public\";|CREATE SCHEMA \"crm_app_public\";",
        "SET search_path TO \"x-17-app-public\"|SET search_path TO \"crm_app_public\"",
        "--x-17-app-public|--crm_app_public",
        "/*x-17-app-public*/|/*crm_app_public*/",
        "AS $$ SELECT \"x-17-app-public\".f() $$|AS $$ SELECT \"crm_app_public\".f() $$",
        "IS $$see x-17-app-public.f$$|IS $$see crm_app_public.f$$",
        "format('SELECT \"x-17-app-public\".%I', t)|format('SELECT \"crm_app_public\".%I', t)",
        "'{\"a\": [\"x-17-app-public\"]}'|'{\"a\": [\"crm_app_public\"]}'",
        "E'\\nx-17-app-public.t\\n'|E'\\ncrm_app_public.t\\n'",
        "E'\\x78-17-app-publ\\u0069c.t'|E'crm_app_public.t'",
        "U&\"x\\002D17-app-public\".t|U&\"crm_app_public\".t",
        "U&'\\+000078-17-app-public'|U&'crm_app_public'",
        "'x-17-app-public'+'x-17-app-public-v2'|'crm_app_public'+'crm_app_public_v_2'",
        "'x-17-app-public/x-17-app-public.'|'crm_app_public/crm_app_public.'",
        "'x-17-app-public — “x-17-app-public”'|'crm_app_public — “crm_app_public”'",
        "E'\\U00000078-17-app-public.t'|E'crm_app_public.t'",
        "E'\\170-17-app-public.t'|E'crm_app_public.t'",
        "E'\\x x-17-app-public.t'|E'\\x crm_app_public.t'",
        "E'\\u2014x-17-app-public'|E'\\u2014crm_app_public'",
        "E'\\U0000ffffx-17-app-public'|E'\\U0000ffffcrm_app_public'",
        "/* x-17-app-public|/* crm_app_public",
        "'unterminated x-17-app-public|'unterminated crm_app_public",
      })
  void areRenamedWhereverTheyStand(String sql, String renamed) {
    assertEquals(renamed, Renamers.internal().sql(sql));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"x-17-app-public-old\".a",
        "\"x-17-app-public-unknown\".a",
        "\"xx-17-app-public\".a",
        "\"x-17-app-public_\".a, \"x-17-app-public$\", \"x-17-app-publicé\"",
        "'x-17-app-publice\u0301 éx-17-app-public x-17-app-public\u0301'",
        "'x-17-app-public\ud835\udc00 \ud835\udc00x-17-app-public'",
        "'x-17-app-public2 1x-17-app-public -x-17-app-public'",
        "'X-17-APP-PUBLIC'",
        "x-17-app-public",
        "E'\\u0061x-17-app-public'",
        "E'\\xC3\\xA9x-17-app-public'",
        "E'\\x80x-17-app-public'",
        "E'\\xx-17-app-public'",
        "E'\\U0001F600x-17-app-public'",
      })
  void areLeftWhereANameGoesOn(String sql) {
    assertSame(sql, Renamers.internal().sql(sql));
  }

  @Test
  void inCodeAHyphenIsAMinus() {
    SchemaRenamer renamer = Renamers.of("app-1");
    assertSame("SELECT app-1", renamer.sql("SELECT app-1"));
    assertEquals("SELECT \"p_n_1\".x", renamer.sql("SELECT \"app-1\".x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.b",
        "a b",
        "a(b",
        ".*",
        "[a-z]+",
        "$&",
        "$1",
        "\\1",
        "a|b",
        "名前-1",
        "a.",
        ".a",
        "-a-",
        "a\tb",
        "Upper",
        "camelCase",
        "1a",
        "🐱",
        "😀-a",
        "'",
        "a'b",
        "a\\b",
        "a--b",
        "/*x*/",
        "$$"
      })
  void areLiteral(String name) {
    SchemaRenamer renamer = Renamers.of(name);
    String quoted = "SELECT * FROM \"" + name.replace("\"", "\"\"") + "\".t";
    assertEquals("SELECT * FROM \"p_n_1\".t", renamer.sql(quoted));
    assertEquals("p_n_1", renamer.text("any", name));
    assertEquals("see p_n_1 (p_n_1)", renamer.text("any", "see " + name + " (" + name + ")"));
    assertEquals("SELECT 'p_n_1'", renamer.sql("SELECT '" + name.replace("'", "''") + "'"));
    String longer = "z" + name + "z";
    assertSame(longer, renamer.text("any", longer));
  }

  @Test
  void quotesInNamesMayBeDoubled() {
    SchemaRenamer renamer = Renamers.of("a\"b", "c'd");
    assertEquals("\"p_n_1\".t, \"p_n_2\".t", renamer.sql("\"a\"\"b\".t, \"c'd\".t"));
    assertEquals("'\"p_n_1\".t', 'p_n_2.t'", renamer.sql("'\"a\"\"b\".t', 'c''d.t'"));
    assertEquals("{\"x\": \"p_n_1\"}", renamer.text("any", "{\"x\": \"a\\\"b\"}"));
  }

  @Test
  void theLongestNameWins() {
    SchemaRenamer renamer = Renamers.of("a", "a.b", "a.b c", "a-b");
    assertEquals("p_n_2", renamer.text("any", "a.b"));
    assertEquals("p_n_3, p_n_2 d, p_n_4", renamer.text("any", "a.b c, a.b d, a-b"));
    assertEquals("p_n_1.c", renamer.text("any", "a.c"));
  }

  @Test
  void namesThatStayAreNotTornApart() {
    SchemaRenamer renamer =
        SchemaRenamer.of(
            "p",
            List.of(new SchemaRenamer.Schema("a", "a"), new SchemaRenamer.Schema("x", "x-1")),
            List.of("a.b", "x-1.old", "ab"));
    String text = "see a.b and x-1.old";
    assertSame(text, renamer.text("any", text));
    assertEquals("see p_a.c and p_x.new", renamer.text("any", "see a.c and x-1.new"));
  }

  @Test
  void whatWasReplacedIsNotReplacedAgain() {
    SchemaRenamer renamer =
        SchemaRenamer.of(
            "p-1",
            List.of(new SchemaRenamer.Schema("a", "p-1"), new SchemaRenamer.Schema("b", "q-1")),
            List.of());
    assertEquals("p_1_a p_1_b", renamer.text("any", "p-1 q-1"));
  }

  @Test
  void unquotedNamesThatQuoteIdentQuotesAreFoundToo() {
    SchemaRenamer renamer = Renamers.of("café", "a$b");
    assertEquals("SELECT p_n_1.x, p_n_2.x", renamer.sql("SELECT CAFé.x, A$B.x"));
  }

  @Test
  void whatStandsBehindThemIsNoSchema() {
    SchemaRenamer renamer = Renamers.of("café", "app");
    assertEquals("SELECT p_n_1.app.f(), p_n_2.f()", renamer.sql("SELECT café.app.f(), app.f()"));
    assertEquals("SET search_path TO p_n_1, p_n_2", renamer.sql("SET search_path TO café, app"));
  }

  @Test
  void keyWordsAreOrdinaryWords() {
    SchemaRenamer renamer = Renamers.of("user", "order");
    assertEquals("FROM \"p_n_1\".t", renamer.sql("FROM \"user\".t"));
    String sql = "SELECT user, 'user' FROM t ORDER BY \"order\"";
    assertSame(sql, renamer.sql(sql));
  }
}
