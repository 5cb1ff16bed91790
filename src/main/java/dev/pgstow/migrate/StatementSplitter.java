package dev.pgstow.migrate;

import dev.pgstow.sql.SqlLexer;
import dev.pgstow.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a script into top-level statements by the rules of psql's {@code psqlscan.l}: a semicolon
 * ends a statement outside parentheses and outside {@code BEGIN ATOMIC … END}. Linear time.
 */
final class StatementSplitter {
  private static final int WORDS = 4;
  private static final Pattern SET_CONFORMING =
      Pattern.compile(
          "set\\s+(?:session\\s+|local\\s+)?standard_conforming_strings\\s*(?:=|\\bto\\b)\\s*"
              + "'?([a-z0-9]+)'?\\s*",
          Pattern.CASE_INSENSITIVE);

  /**
   * A split script.
   *
   * @param backslash where the first backslash outside strings and comments stands: a psql command
   */
  record Split(List<SqlStatement> statements, OptionalInt backslash) {}

  private final String text;
  private boolean standardConforming;
  private final List<SqlStatement> statements = new ArrayList<>();
  private OptionalInt backslash = OptionalInt.empty();

  private int start = -1;
  private int parentheses;
  private int blocks;
  private String lastWord = "";
  private List<String> words = new ArrayList<>();

  private StatementSplitter(String text, boolean standardConforming) {
    this.text = text;
    this.standardConforming = standardConforming;
  }

  /**
   * Splits.
   *
   * @param standardConforming the session's {@code standard_conforming_strings}; the script may set
   *     it
   */
  static Split split(String text, boolean standardConforming) {
    StatementSplitter splitter = new StatementSplitter(text, standardConforming);
    int offset = 0;
    while (offset < text.length()) {
      offset = splitter.run(offset);
    }
    splitter.finish(text.length());
    return new Split(splitter.statements, splitter.backslash);
  }

  /** Lexes until the end, or until strings are to be read in another way; gives that place. */
  private int run(int offset) {
    SqlLexer lexer = new SqlLexer(text.substring(offset), standardConforming);
    while (lexer.hasNext()) {
      SqlToken token = lexer.next();
      if (token.isBlank()) {
        continue;
      }
      int at = offset + token.start();
      if (isEnd(token, at)) {
        boolean before = standardConforming;
        finish(at);
        if (before != standardConforming) {
          return at + 1;
        }
        continue;
      }
      start = start < 0 ? at : start;
      take(token, at);
    }
    return text.length();
  }

  private boolean isEnd(SqlToken token, int at) {
    return token.kind() == SqlToken.Kind.PUNCTUATION
        && text.charAt(at) == ';'
        && parentheses == 0
        && blocks == 0;
  }

  private void take(SqlToken token, int at) {
    switch (token.kind()) {
      case PUNCTUATION -> {
        if (text.charAt(at) == '(') {
          parentheses++;
        } else if (text.charAt(at) == ')') {
          parentheses = Math.max(0, parentheses - 1);
        }
      }
      case IDENTIFIER -> word(text.substring(at, at + token.end() - token.start()));
      case OTHER -> {
        if (text.charAt(at) == '\\' && backslash.isEmpty()) {
          backslash = OptionalInt.of(at);
        }
      }
      default -> {}
    }
  }

  private void word(String raw) {
    // Longer ones are no key words that matter here.
    String word = raw.length() > 12 ? "" : raw.toLowerCase(Locale.ROOT);
    if (words.size() < WORDS) {
      words.add(word);
    }
    if (parentheses == 0 && createsRoutine()) {
      if (blocks == 0) {
        blocks = word.equals("atomic") && lastWord.equals("begin") ? 1 : 0;
      } else if (word.equals("case")) {
        blocks++;
      } else if (word.equals("end")) {
        blocks--;
      }
    }
    lastWord = word;
  }

  private boolean createsRoutine() {
    if (words.size() < 2 || !words.get(0).equals("create")) {
      return false;
    }
    int at = words.get(1).equals("or") ? 3 : 1;
    return at < words.size()
        && (words.get(at).equals("function") || words.get(at).equals("procedure"));
  }

  private void finish(int end) {
    if (start >= 0) {
      SqlStatement statement = new SqlStatement(start, end, words);
      statements.add(statement);
      if (statement.word(0).equals("set")) {
        Matcher set = SET_CONFORMING.matcher(text).region(start, end);
        if (set.matches()) {
          standardConforming =
              switch (set.group(1).toLowerCase(Locale.ROOT)) {
                case "off", "false", "no", "0" -> false;
                default -> true;
              };
        }
      }
    }
    start = -1;
    parentheses = 0;
    blocks = 0;
    lastWord = "";
    words = new ArrayList<>();
  }
}
