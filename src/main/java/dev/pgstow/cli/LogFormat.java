package dev.pgstow.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the log on standard error is written. */
enum LogFormat {
  /** Lines for people. */
  TEXT,
  /** A JSON object a line. */
  JSON;

  /** The format of that name. */
  static Optional<LogFormat> of(String name) {
    return Arrays.stream(values()).filter(it -> it.label().equals(name)).findFirst();
  }

  private String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the flag. */
  static final class Converter implements ITypeConverter<LogFormat> {
    @Override
    public LogFormat convert(String value) {
      return of(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "it is one of "
                          + String.join(", ", List.of(TEXT.label(), JSON.label()))
                          + ", not '"
                          + value
                          + "'"));
    }
  }
}
