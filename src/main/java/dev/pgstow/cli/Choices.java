package dev.pgstow.cli;

import java.util.Iterator;
import java.util.List;

/** The words that an option takes, for completion; what it refuses, its command says. */
abstract class Choices implements Iterable<String> {
  private final List<String> words;

  private Choices(String... words) {
    this.words = List.of(words);
  }

  @Override
  public Iterator<String> iterator() {
    return words.iterator();
  }

  static final class ByteaForms extends Choices {
    ByteaForms() {
      super("hex", "base64");
    }
  }

  static final class Formats extends Choices {
    Formats() {
      super("json", "ndjson");
    }
  }

  static final class Layouts extends Choices {
    Layouts() {
      super("per-kind", "flat", "package");
    }
  }

  static final class LogFormats extends Choices {
    LogFormats() {
      super("text", "json");
    }
  }

  static final class Requirements extends Choices {
    Requirements() {
      super("auto", "pgpm");
    }
  }

  static final class Shells extends Choices {
    Shells() {
      super("bash", "zsh", "fish");
    }
  }

  static final class SslModes extends Choices {
    SslModes() {
      super("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    }
  }
}
