package dev.pgstow.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StatementSplitterTest {
  private static List<String> split(String text) {
    return StatementSplitter.split(text, true).statements().stream()
        .map(it -> text.substring(it.start(), it.end()))
        .toList();
  }

  @Test
  void semicolonsEndStatements() {
    assertEquals(
        List.of("SELECT 1 ", "SELECT 2\n"),
        split("\n-- one; two\nSELECT 1 ;; /* ; */\nSELECT 2\n"));
  }

  @Test
  void semicolonsInsideStringsCommentsAndParenthesesDoNot() {
    for (String one :
        List.of(
            "SELECT ';', \";\" FROM t",
            "SELECT E'\\';', U&';', $$;$$, $a$ $$;$$ $a$",
            "SELECT /* ; /* ; */ ; */ 1",
            "CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2)",
            "DO $$ BEGIN RAISE NOTICE 'x'; END $$")) {
      assertEquals(List.of(one, "SELECT 1"), split(one + "; SELECT 1;"));
    }
  }

  @Test
  void bodiesWithoutQuotesEndAtTheirEnd() {
    String body =
        "CREATE OR REPLACE FUNCTION f(\"begin\" int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT"
            + " CASE WHEN true THEN 1 END; SELECT 2; END";
    assertEquals(List.of(body, "SELECT 3"), split(body + "; SELECT 3"));
    String procedure = "create procedure p() begin atomic insert into t values (1); end";
    assertEquals(List.of(procedure, "SELECT 3"), split(procedure + "; SELECT 3"));
  }

  @Test
  void anOrdinaryFunctionAndTheWordBeginDoNotOpenABody() {
    assertEquals(
        List.of("CREATE FUNCTION begin() RETURNS int LANGUAGE sql RETURN 1", "BEGIN", "END"),
        split("CREATE FUNCTION begin() RETURNS int LANGUAGE sql RETURN 1; BEGIN; END;"));
  }

  @Test
  void aScriptMayChangeHowStringsAreRead() {
    assertEquals(
        List.of(
            "SELECT 'a\\'",
            "SET standard_conforming_strings = off",
            "SELECT 'a\\'; b'",
            "set SESSION standard_conforming_strings to 'on'",
            "SELECT 'a\\'",
            "SELECT 'c'"),
        split(
            "SELECT 'a\\'; SET standard_conforming_strings = off; SELECT 'a\\'; b';set SESSION"
                + " standard_conforming_strings to 'on';SELECT 'a\\'; SELECT 'c'"));
  }

  @Test
  void transactionStatementsAreKnownAtTheTopOnly() {
    List<SqlStatement> statements =
        StatementSplitter.split(
                "begin; START TRANSACTION; CREATE TABLE t(); SAVEPOINT a; ROLLBACK TO a; RELEASE a;"
                    + " COMMIT PREPARED 'x'; DO $$BEGIN END$$; abort; END; COMMIT; ROLLBACK",
                true)
            .statements();
    assertEquals(
        List.of(true, true, false, true, true, true, false, false, true, true, true, true),
        statements.stream().map(SqlStatement::isTransactionControl).toList());
  }

  @Provide
  Arbitrary<String> scripts() {
    return Arbitraries.of(
            ";",
            "'",
            "\"",
            "$$",
            "$a$",
            "(",
            ")",
            "--",
            "/*",
            "*/",
            "\n",
            " ",
            "BEGIN",
            "ATOMIC",
            "CREATE",
            "FUNCTION",
            "END",
            "CASE",
            "SET standard_conforming_strings=off;",
            "\\",
            "é",
            "E'",
            "x")
        .list()
        .ofMaxSize(40)
        .map(it -> String.join("", it));
  }

  @Property(tries = 2_000)
  void statementsLieInOrderAndAreNotBlank(@ForAll("scripts") String text) {
    int last = 0;
    for (SqlStatement statement : StatementSplitter.split(text, true).statements()) {
      assertTrue(statement.start() >= last && statement.end() > statement.start(), text);
      assertTrue(statement.end() == text.length() || text.charAt(statement.end()) == ';', text);
      last = statement.end() + 1;
    }
  }
}
