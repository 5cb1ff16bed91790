package dev.pgstow.cli;

import dev.pgstow.display.Sanitizer;
import java.util.regex.Pattern;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with a command line, without what may be a secret in it: picocli quotes all that it
 * could not place, and a mistyped command leaves every flag and its value without a place.
 */
final class UsageMessage {
  private static final Pattern IN_URL = Pattern.compile("(://[^:/?@\\s']*):[^@\\s']*@");
  private static final Pattern PARAMETER =
      Pattern.compile("(?i)\\b(passw(?:or)?d|token)=[^\\s'&]*");

  private UsageMessage() {}

  static String of(ParameterException exception) {
    String message = String.valueOf(exception.getMessage());
    if (exception instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      message =
          first.startsWith("-")
              ? "Unknown option: '" + withoutValue(first) + "'"
              : "Unmatched argument: '" + first + "'";
    }
    return Sanitizer.visibleLines(redacted(message));
  }

  private static String withoutValue(String option) {
    int equals = option.indexOf('=');
    return equals < 0 ? option : option.substring(0, equals);
  }

  private static String redacted(String message) {
    String url = IN_URL.matcher(message).replaceAll("$1:***@");
    return PARAMETER.matcher(url).replaceAll("$1=***");
  }
}
