package dev.pgstow.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NpmWordsTest {

  @Test
  void keepsTheErrorAndDropsTheRest() {
    NpmWords words =
        new NpmWords(
            """
            npm warn Unknown user config "x".
            npm error code E404
            npm error \u001b[31m404\u001b[0m Not Found - GET https://npm.test/@acme%2fa
            npm error 404
            npm error A complete log of this run can be found in: /home/someone/.npm/_logs/x.log
            """);

    assertEquals("E404", words.code());
    assertEquals("code E404\nNot Found - GET https://npm.test/@acme%2fa", words.lastLines());
  }

  @Test
  void takesOlderNpmAndOtherWordsToo() {
    assertEquals("E401", new NpmWords("npm ERR! code E401\n").code());
    assertEquals("sh: node: not found", new NpmWords("sh: node: not found\n").lastLines());
    assertEquals("", new NpmWords("").lastLines());
  }

  @Test
  void keepsTheLastLinesOfMany() {
    assertEquals(8, new NpmWords("npm error x\n".repeat(50)).lastLines().lines().count());
  }

  @Property
  void noCredentialSurvives(@ForAll("secrets") String secret, @ForAll("shapes") String shape) {
    String shown = new NpmWords("npm error " + shape.formatted(secret) + "\n").lastLines();

    assertFalse(shown.contains(secret), shown);
  }

  @Provide
  Arbitrary<String> secrets() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withCharRange('A', 'Z')
        .numeric()
        .ofMinLength(16)
        .ofMaxLength(64)
        .filter(secret -> !secret.toLowerCase(Locale.ROOT).startsWith("auth"));
  }

  @Provide
  Arbitrary<String> shapes() {
    return Arbitraries.of(
        "//npm.test/:_authToken=%s",
        "//npm.test/:_authToken = \"%s\"",
        "_auth=%s",
        "//npm.test/:_password='%s'",
        "{\"token\": \"%s\"}",
        "GET https://user:%s@npm.test/x",
        "GET https://%s@npm.test/x",
        "GET https://npm.test/x?token=%s&y=1",
        "authorization: Bearer %s",
        "Authorization: Basic %s=",
        "npm_%s is expired",
        "NPM_TOKEN=%s",
        "--otp=%s");
  }
}
