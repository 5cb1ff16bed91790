package dev.pgstow.rename;

import org.jspecify.annotations.Nullable;

/**
 * Renames inside text: strings, comments, quoted identifiers, change names, metadata values. Names
 * that need quotes are renamed wherever they stand as a whole, ordinary words where the text around
 * them says that they are schemas. One text, one use.
 */
final class TextScan {
  private final NameIndex index;
  private final Leftovers leftovers;
  private final String text;
  private final int from;
  private final int to;
  private final TextMode mode;
  private final Edits edits;
  private Expect expect = Expect.NOTHING;
  private @Nullable Aliases aliases;

  TextScan(
      NameIndex index,
      Leftovers leftovers,
      String text,
      int from,
      int to,
      TextMode mode,
      Edits edits) {
    this.index = index;
    this.leftovers = leftovers;
    this.text = text;
    this.from = from;
    this.to = to;
    this.mode = mode;
    this.edits = edits;
  }

  void run() {
    int i = from;
    while (i < to) {
      int end = runEnd(i);
      if (end > i) {
        NameIndex.Entry entry = index.find(text, i, end);
        if (entry != null) {
          i = known(entry, i, end);
          continue;
        }
        if (expect != Expect.NOTHING) {
          expect = expect.afterName();
        }
        i = end;
      } else {
        i = sign(i);
      }
    }
  }

  private int runEnd(int i) {
    return NameCharacters.runEnd(text, i, from, to);
  }

  private int sign(int i) {
    if (!index.odd().isEmpty() && !NameCharacters.continues(text, i - 1, from, to)) {
      for (Name name : index.odd()) {
        if (matches(name, i)) {
          return replace(name, i, i + name.text().length());
        }
      }
    }
    char c = text.charAt(i);
    if (expect != Expect.NOTHING && c > ' ' && !isQuote(c)) {
      expect = expect.afterSign(c);
    }
    return i + 1;
  }

  private int known(NameIndex.Entry entry, int start, int end) {
    for (Name name : entry.special()) {
      if (matches(name, start)) {
        return replace(name, start, start + name.text().length());
      }
    }
    Name ordinary = entry.ordinary();
    if (ordinary != null) {
      if (isSchema(ordinary, start, end)) {
        return replace(ordinary, start, end);
      }
      leftovers.add();
    }
    expect = after(entry.role(), end);
    return end;
  }

  private Expect after(@Nullable Role role, int end) {
    if (role == null) {
      return expect.afterName();
    }
    if (role == Role.SCHEMAS && end < to && text.charAt(end) == '/') {
      return Expect.SEGMENT;
    }
    return expect.afterWord(role);
  }

  private boolean matches(Name name, int start) {
    int end = start + name.text().length();
    return end <= to
        && text.startsWith(name.text(), start)
        && !NameCharacters.continues(text, end, from, to);
  }

  private int replace(Name name, int start, int end) {
    if (!name.isKept()) {
      edits.replace(start, end, name.replacement());
    }
    expect = expect.afterName();
    return end;
  }

  private boolean isSchema(Name name, int start, int end) {
    if (mode == TextMode.OPAQUE) {
      return false;
    }
    int quote = closingQuote(start, end);
    boolean exact = text.startsWith(name.text(), start);
    boolean folded = exact || quote == 0;
    return switch (mode) {
          case SCHEMAS -> exact;
          case FOLDED_SCHEMAS -> folded;
          default -> expect.schema() && (expect.folds() ? folded : exact) && !isFile(end);
        }
        || (folded && (isQualifier(name, start, end + quote) || isCast(end)));
  }

  /** {@code schemas/app.sql} is no schema's folder. */
  private boolean isFile(int end) {
    return expect == Expect.SEGMENT
        && is('.', end)
        && NameCharacters.continues(text, end + 1, from, to);
  }

  /** The length of the quote behind a quoted identifier; 0 if it has none on both sides. */
  private int closingQuote(int start, int end) {
    if (!is('"', start - 1)) {
      return 0;
    }
    boolean escaped = is('"', end + 1) && (is('\\', end) || is('"', end));
    return escaped ? 2 : is('"', end) ? 1 : 0;
  }

  /** Whether a dot and another name follow, and it is neither a setting nor a host or a file. */
  private boolean isQualifier(Name name, int start, int dot) {
    if (!is('.', dot) || expect.setting()) {
      return false;
    }
    if (dot + 1 == to) {
      return start == from || expect == Expect.RELATION;
    }
    int before = start - 1;
    while (before >= from && isQuote(text.charAt(before))) {
      before--;
    }
    if (expect == Expect.SYMBOL && Dots.isSign(text.charAt(dot + 1))) {
      return true;
    }
    return NameCharacters.startsName(text, dot + 1, to)
        && !is('.', before)
        && !is('/', before)
        && !is('@', before)
        && !isHost(start, dot + 1)
        && !isAlias(name, start);
  }

  /** Statements for EXECUTE have aliases, too. */
  private boolean isAlias(Name name, int start) {
    if (aliases == null) {
      aliases = Aliases.of(index, text.substring(from, to));
    }
    return aliases.hold(name, start - from);
  }

  /**
   * {@code app.example.com} as the whole text, {@code app.io/x}, {@code app.io:80}, {@code
   * app.me@x}.
   */
  private boolean isHost(int start, int second) {
    int parts = 2;
    int end = runEnd(second);
    while (is('.', end) && NameCharacters.continues(text, end + 1, from, to)) {
      end = runEnd(end + 1);
      parts++;
    }
    return (parts > 2 && start == from && end == to)
        || is('/', end)
        || is('@', end)
        || (is(':', end) && end + 1 < to && Character.isDigit(text.charAt(end + 1)));
  }

  private boolean isCast(int end) {
    int at = end;
    while (at < to && isQuote(text.charAt(at))) {
      at++;
    }
    return Casts.toNamespace(text, at);
  }

  private boolean is(char c, int i) {
    return i >= from && i < to && text.charAt(i) == c;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '\\' || c == '`';
  }
}
