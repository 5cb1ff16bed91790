package dev.pgstow.rename;

import dev.pgstow.sql.SqlLexer;
import dev.pgstow.sql.SqlToken;

/**
 * Renames inside SQL: identifiers by the identifier, everything quoted and every comment by {@link
 * TextScan}, bodies behind {@code AS} and {@code DO} as SQL again. One script, one use.
 */
final class SqlScan {
  /** Bodies in bodies in bodies: what is deeper is read as text. */
  private static final int DEEPEST = 8;

  private static final String SEARCH_PATH = "search_path";

  private final NameIndex index;
  private final Leftovers leftovers;
  private final String sql;
  private final int depth;
  private final Aliases aliases;
  private final Edits edits;
  private Expect expect = Expect.NOTHING;
  private final Chain chain = new Chain();
  private boolean cast;

  /** A scan of a script. */
  SqlScan(NameIndex index, Leftovers leftovers, String sql, Edits edits) {
    this(index, leftovers, sql, 0, Aliases.of(index, sql), edits);
  }

  private SqlScan(
      NameIndex index, Leftovers leftovers, String sql, int depth, Aliases aliases, Edits edits) {
    this.index = index;
    this.leftovers = leftovers;
    this.sql = sql;
    this.depth = depth;
    this.aliases = aliases;
    this.edits = edits;
  }

  void run() {
    SqlLexer lexer = new SqlLexer(sql);
    while (lexer.hasNext()) {
      SqlToken token = lexer.next();
      int start = token.start();
      int end = token.end();
      switch (token.kind()) {
        case WHITESPACE -> {}
        case LINE_COMMENT -> text(start + 2, end, TextMode.PLAIN);
        case BLOCK_COMMENT -> text(start + 2, end - (token.terminated() ? 2 : 0), TextMode.PLAIN);
        case IDENTIFIER -> identifier(start, end);
        case QUOTED_IDENTIFIER -> quoted(start + 1, contentEnd(token));
        case UNICODE_IDENTIFIER -> {
          escaped(start + 3, token, TextMode.OPAQUE);
          other();
        }
        case STRING, ESCAPE_STRING, UNICODE_STRING -> string(token);
        case DOLLAR_STRING -> dollar(token);
        case NUMBER -> number();
        case BIT_STRING, PARAMETER, OTHER -> other();
        case PUNCTUATION -> punctuation(token);
        case OPERATOR -> sign(sql.charAt(start));
      }
    }
  }

  private void identifier(int start, int end) {
    chain.identifier();
    NameIndex.Entry entry = index.find(sql, start, end);
    if (entry == null) {
      name();
      return;
    }
    for (Name name : entry.special()) {
      if (name.isFolded(sql, start, end)) {
        replace(name, start, end);
        return;
      }
    }
    boolean renamed = ordinary(entry, start, end, end);
    chain.qualifier(entry.qualifier());
    Role role = entry.role();
    if (renamed || role == null || cast) {
      name();
    } else {
      expect = chain.isContinued() ? expect.afterQualified(role) : expect.afterWord(role);
    }
  }

  private void quoted(int start, int end) {
    chain.identifier();
    NameIndex.Entry entry = start < end ? index.find(sql, start, end) : null;
    Name ordinary = entry == null ? null : entry.ordinary();
    if (entry != null && ordinary != null && sql.startsWith(ordinary.text(), start)) {
      ordinary(entry, start, end, Math.min(end + 1, sql.length()));
      chain.qualifier(entry.qualifier());
    } else {
      text(start, end, TextMode.OPAQUE);
      chain.qualifier(true);
    }
    name();
  }

  /** Renames an ordinary word if it stands as a schema. */
  private boolean ordinary(NameIndex.Entry entry, int start, int end, int behind) {
    Name ordinary = entry.ordinary();
    if (ordinary == null) {
      return false;
    }
    boolean named = expect.identifier() && !cast;
    if (named || (isQualifier(behind) && !aliases.hold(ordinary, start))) {
      edits.replace(start, end, ordinary.replacement());
      return true;
    }
    leftovers.add();
    return false;
  }

  private boolean isQualifier(int behind) {
    return chain.mayStartWithSchema()
        && !expect.setting()
        && Dots.qualifies(sql, behind, expect == Expect.SYMBOL);
  }

  private void replace(Name name, int start, int end) {
    if (!name.isKept()) {
      edits.replace(start, end, name.replacement());
    }
    chain.qualifier(true);
    name();
  }

  private void string(SqlToken token) {
    int start = sql.indexOf('\'', token.start()) + 1;
    int end = contentEnd(token);
    boolean searchPath =
        expect == Expect.SETTING_ARGUMENT
            && end - start == SEARCH_PATH.length()
            && sql.startsWith(SEARCH_PATH, start);
    TextMode mode = mode(token.end());
    if (token.kind() == SqlToken.Kind.STRING) {
      text(start, end, mode);
    } else {
      escaped(start, token, mode);
    }
    other();
    if (searchPath) {
      expect = Expect.PATH_ASSIGNMENT;
    }
  }

  private void dollar(SqlToken token) {
    int tag = sql.indexOf('$', token.start() + 1) + 1 - token.start();
    int start = token.start() + tag;
    int end = token.end() - (token.terminated() ? tag : 0);
    if (expect == Expect.BODY && depth < DEEPEST) {
      String body = sql.substring(start, end);
      Aliases inside = aliases.ofBody(body, token.start());
      new SqlScan(index, leftovers, body, depth + 1, inside, edits.at(start)).run();
    } else {
      text(start, end, mode(token.end()));
    }
    other();
  }

  private TextMode mode(int behind) {
    if (expect.setting()) {
      return TextMode.OPAQUE;
    }
    if (expect.folds() || Casts.toNamespace(sql, Dots.skipBlank(sql, behind))) {
      return TextMode.FOLDED_SCHEMAS;
    }
    return expect.schema() ? TextMode.SCHEMAS : TextMode.PLAIN;
  }

  private void text(int start, int end, TextMode mode) {
    new TextScan(index, leftovers, sql, start, end, mode, edits).run();
  }

  private void escaped(int start, SqlToken token, TextMode mode) {
    int end = contentEnd(token);
    if (!hasBackslash(start, end)) {
      text(start, end, mode);
      return;
    }
    EscapedText escaped = new EscapedText(sql, start, end, token.kind());
    String text = escaped.text();
    new TextScan(index, leftovers, text, 0, text.length(), mode, escaped.edits(edits)).run();
  }

  private boolean hasBackslash(int start, int end) {
    for (int i = start; i < end; i++) {
      if (sql.charAt(i) == '\\') {
        return true;
      }
    }
    return false;
  }

  private static int contentEnd(SqlToken token) {
    return token.end() - (token.terminated() ? 1 : 0);
  }

  private void punctuation(SqlToken token) {
    char sign = sql.charAt(token.start());
    boolean pair = token.end() - token.start() == 2;
    if (sign == '.' && !pair) {
      chain.dot();
      expect = Expect.NOTHING;
    } else if (pair && sign == sql.charAt(token.start() + 1)) {
      chain.end();
      cast = true;
    } else {
      sign(sign);
    }
  }

  private void sign(char sign) {
    chain.end();
    if (expect != Expect.NOTHING) {
      expect = expect.afterSign(sign);
    }
  }

  private void other() {
    chain.end();
    name();
  }

  /** {@code OPERATOR 2 app.*}. */
  private void number() {
    if (expect != Expect.SYMBOL) {
      other();
    }
  }

  private void name() {
    if (cast) {
      cast = false;
    } else if (expect != Expect.NOTHING) {
      expect = expect.afterName();
    }
  }
}
