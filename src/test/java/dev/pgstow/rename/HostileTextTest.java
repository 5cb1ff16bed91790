package dev.pgstow.rename;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Megabytes of whatever makes a scanner look ahead or go back, in time that grows with them. */
class HostileTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app.",
        "app ",
        "app/*",
        "app--",
        "\"app\".",
        "'app',",
        "E'x' ",
        "E'\\",
        "U&'",
        "$a$ AS $b$",
        "AS $$",
        "((",
        "search_path=app,",
        "SCHEMA app,",
        "schemas/app/",
        "x-1-",
        "x-1",
        "\"\"\"\"",
        "-",
        "app.x",
        "'app.x",
        "nspname IN ('app',",
        "::",
        "\ud835",
        "é",
        "$x",
        "/*",
        "'a' /* */",
        "FROM x app,app.x ",
        "FROM app.app(",
        "app.x%/**/",
        "AS $$ app.x ; ",
        "AS $$app.x$$;",
        "'app.x FROM app'"
      })
  void isReadInLinearTime(String piece) {
    SchemaRenamer renamer = Renamers.of("app", "x-1", "x-1-y", "(", "a b");
    String text = piece.repeat(400_000 / piece.length());
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> renamer.sql(text));
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> renamer.text("data", text));
  }
}
