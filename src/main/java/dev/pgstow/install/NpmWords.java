package dev.pgstow.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What npm said on standard error, fit to be shown: short, plain and without credentials. */
final class NpmWords {
  private static final int LINES = 8;
  private static final Pattern PREFIX =
      Pattern.compile("^npm (?:error|ERR!)(?: (?:\\d{3}|notarget))?(?: |$)");
  private static final Pattern CODE = Pattern.compile("(?m)^npm (?:error|ERR!) code (\\w+)");
  private static final Pattern ESCAPE = Pattern.compile("\u001b\\[[0-?]*[ -/]*[@-~]");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");

  private static final Pattern USER_INFO = Pattern.compile("//[^/\\s]+@");
  private static final Pattern SETTING =
      Pattern.compile(
          "(?i)(auth|authtoken|token|password|passwd|secret|otp|apikey)([\"']?\\s*[=:]\\s*)"
              + "(?:\"[^\"]*\"|'[^']*'|[^\\s\"'&]+)");
  private static final Pattern SCHEME =
      Pattern.compile("(?i)\\b(bearer|basic)\\s+(?!auth|token|realm)[A-Za-z0-9._~+/=-]{6,}");
  private static final Pattern TOKEN =
      Pattern.compile("npm_[A-Za-z0-9]{16,}|eyJ[\\w-]+\\.[\\w-]+(?:\\.[\\w-]+)?");

  private final String text;

  NpmWords(String text) {
    this.text = redact(ESCAPE.matcher(text).replaceAll(""));
  }

  /** npm's code of the error, such as {@code E404}; empty if it told none. */
  String code() {
    Matcher code = CODE.matcher(text);
    return code.find() ? code.group(1).toUpperCase(Locale.ROOT) : "";
  }

  /** The last lines of the error; of all that was said if npm marked none as error. */
  String lastLines() {
    List<String> errors = new ArrayList<>();
    List<String> all = new ArrayList<>();
    for (String raw : text.lines().toList()) {
      String line = CONTROL.matcher(raw).replaceAll(" ").strip();
      Matcher prefix = PREFIX.matcher(line);
      boolean error = prefix.find();
      String words = error ? line.substring(prefix.end()).strip() : line;
      if (!words.isEmpty() && !words.startsWith("A complete log of this run")) {
        all.add(words);
        if (error) {
          errors.add(words);
        }
      }
    }
    List<String> lines = errors.isEmpty() ? all : errors;
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
  }

  private static String redact(String text) {
    String result = USER_INFO.matcher(text).replaceAll("//***@");
    result = SCHEME.matcher(result).replaceAll("$1 ***");
    result = SETTING.matcher(result).replaceAll("$1$2***");
    return TOKEN.matcher(result).replaceAll("***");
  }
}
