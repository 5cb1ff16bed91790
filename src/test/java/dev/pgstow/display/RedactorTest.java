package dev.pgstow.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "postgresql://ada:s3cret@db/shop           | postgresql://ada:***@db/shop",
        "jdbc:postgresql://ada:a@b:c@db:5432/shop  | jdbc:postgresql://ada:***@db:5432/shop",
        "postgresql://db/shop?password=s3cret&a=b  | postgresql://db/shop?password=***&a=b",
        "host=db password='it''s' user=ada         | host=db password=*** user=ada",
        "sslpassword=x PGPASSWORD=y                | sslpassword=*** PGPASSWORD=***",
        "ALTER ROLE a PASSWORD 'p''q' LOGIN        | ALTER ROLE a PASSWORD *** LOGIN",
        "{\"password\": \"x y\", \"a\": 1}         | {\"password\": ***, \"a\": 1}",
        "Authorization: Bearer abc.def             | Authorization: ***",
        "sent bearer abc.def-g=                    | sent bearer ***",
        "http://db:8080/x@y                        | http://db:8080/x@y",
        "The server wants a password for ada.      | The server wants a password for ada.",
        "postgresql://ada@db:5432/shop             | postgresql://ada@db:5432/shop",
      })
  void takesOutWhatLooksLikeASecretAndNothingElse(String text, String redacted) {
    assertEquals(redacted.strip(), Redactor.patterns().redact(text.strip()));
  }

  @Property
  void aKnownSecretIsNeverLeft(
      @ForAll @AlphaChars @NumericChars @StringLength(min = 4, max = 40) String secret,
      @ForAll @NumericChars @StringLength(max = 20) String around) {
    Redactor redactor = new Redactor(List.of(secret));
    String text = around + secret + around + " " + secret;
    assertFalse(redactor.redact(text).contains(secret), text);
  }

  @Property
  void redactingTwiceChangesNothing(@ForAll String text) {
    String once = Redactor.patterns().redact(text);
    assertEquals(once, Redactor.patterns().redact(once));
  }
}
