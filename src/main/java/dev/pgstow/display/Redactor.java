package dev.pgstow.display;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text that is shown or logged: those it knows, and what looks like one: the
 * password of a URL, {@code password=…}, {@code Authorization: …} and bearer tokens. Immutable.
 */
public final class Redactor {
  private static final String SHOWN = "***";

  /** Shorter ones would take ordinary words with them. */
  private static final int SHORTEST = 4;

  private static final String QUOTED = "(?:'[^']*+'){1,50}|\"[^\"]*+\"";

  /** Each with what stays as its first group. */
  private static final List<Pattern> LOOK_LIKE_SECRETS =
      List.of(
          // The last @ before the path ends the password, whatever it holds.
          Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]{0,30}://[^\\s:/@?#]{0,200}:)[^\\s/]+(?=@)"),
          pattern("(\\w{0,30}(?:password|passwd)['\"]?\\s{0,3}[=:]\\s{0,3})(?:%s|[^\\s&'\",;)]+)"),
          pattern("(\\bpassword\\s{1,3}E?)(?:%s)"),
          pattern("(\\bauthorization['\"]?\\s{0,3}[=:]\\s{0,3})(?:%s|[^\\s\"']+(?: [^\\s\"']+)?)"),
          pattern("(\\bbearer\\s{1,3})[A-Za-z0-9._~+/=-]+"));

  private final List<String> secrets;

  /** Knows these secrets besides what looks like one. */
  public Redactor(Collection<String> secrets) {
    this.secrets =
        secrets.stream()
            .filter(secret -> secret.length() >= SHORTEST)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** Knows none, only what secrets look like. */
  public static Redactor patterns() {
    return new Redactor(List.of());
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex.replace("%s", QUOTED), Pattern.CASE_INSENSITIVE);
  }

  /** The text without secrets. */
  public String redact(String text) {
    String redacted = text;
    for (String secret : secrets) {
      redacted = redacted.replace(secret, SHOWN);
    }
    for (Pattern pattern : LOOK_LIKE_SECRETS) {
      redacted = pattern.matcher(redacted).replaceAll("$1" + SHOWN);
    }
    return redacted;
  }
}
