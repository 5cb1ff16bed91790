package dev.pgstow.rename;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app",
        "APP",
        "x App",
        "\"app\"",
        "app,",
        "x app--",
        "(app)",
        "-app-",
        "app;.",
        "app(.5)",
        "app.x app",
        "apps.x, my_app, app"
      })
  void theNameIsThere(String text) {
    assertTrue(new Mentions(text).mayHave("app"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ap",
        "xyz",
        "a p p",
        "app.x",
        "APP.x",
        "app.",
        "\"app\".x",
        "apps",
        "my_app",
        "$app",
        "app$",
        "éapp",
        "appé",
        "app\u0080",
        "1app",
        "app1",
        "app_"
      })
  void theNameIsNowhereButInFrontOfADotOrInALongerWord(String text) {
    assertFalse(new Mentions(text).mayHave("app"));
  }

  @Test
  void onlyTheFirstNameIsSearchedFor() {
    Mentions mentions = new Mentions("x");
    assertFalse(mentions.mayHave("app"));
    assertFalse(mentions.mayHave("app"));
    assertTrue(mentions.mayHave("billing"));
  }
}
