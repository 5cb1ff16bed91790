package dev.pgstow.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "host=h password=x user=u | host=h user=u",
        "host=h user=u password = 'a \\' b' | host=h user=u",
        "password=x | ``",
        "host=h sslpassword=x | host=h",
        "host=h passfile=/home/x | host=h passfile=/home/x",
        "host=h scram_client_key=x oauth_client_secret=y u=v | host=h u=v",
        "postgresql://u:p@h/db | postgresql://u@h/db",
        "postgres://u:p%40q@h1,h2/db?sslmode=require | postgres://u@h1,h2/db?sslmode=require",
        "postgresql://h/db?password=x&sslmode=require | postgresql://h/db?sslmode=require",
        "postgresql://h/db?sslmode=require&password=x | postgresql://h/db?sslmode=require",
        "postgresql://h/db | postgresql://h/db"
      })
  void connectionsLoseTheirPasswords(String connection, String without) {
    assertEquals(without, Secrets.withoutPassword(connection));
  }

  @Test
  @Timeout(10)
  void longValuesAreReadInLinearTimeAndConstantStack() {
    String odd = "\\' ".repeat(300_000);
    assertEquals("host=h", Secrets.withoutPassword("host=h password='" + odd + "'"));
    String word = "a".repeat(300_000);
    assertEquals("name=" + word, Secrets.withoutPassword("name=" + word + " password=" + word));
  }
}
