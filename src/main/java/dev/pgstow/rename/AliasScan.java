package dev.pgstow.rename;

import dev.pgstow.sql.SqlLexer;
import dev.pgstow.sql.SqlToken;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads SQL or PL/pgSQL for what is called by a schema's name, and for the {@code app.x} that stand
 * where PostgreSQL takes them for that: two parts, an operand, no call. Takes any text, in linear
 * time. One text, one use.
 */
final class AliasScan {
  private final NameIndex index;
  private final String sql;
  private final boolean body;
  private final Declared declared;
  private final Deque<Level> levels = new ArrayDeque<>();
  private Level level = Level.statement();
  private Place place = Place.OPERAND;
  private @Nullable Word last;
  private boolean names;
  private boolean element = true;
  private boolean starts = true;
  private boolean label;
  private boolean declaring;
  private int atomic;
  private final DottedName name = new DottedName();

  /**
   * A scan.
   *
   * @param body whether the text is a function's body
   * @param parameters what is declared around it
   */
  AliasScan(NameIndex index, String sql, boolean body, Set<String> parameters) {
    this.index = index;
    this.sql = sql;
    this.body = body;
    declared = new Declared(parameters);
  }

  void run() {
    SqlLexer lexer = new SqlLexer(sql);
    while (lexer.hasNext()) {
      SqlToken token = lexer.next();
      if (!token.isBlank() && !name.takes(sql, token)) {
        finishName(token);
        if (!name.takes(sql, token)) {
          sign(token);
        }
      }
    }
    finishName(null);
    declared.end();
  }

  /** Where names stand that are no schema's. */
  Set<Integer> marked() {
    return declared.marked();
  }

  /** The parameters the body that starts here has. */
  Set<String> parameters(int dollar) {
    return declared.parameters(dollar);
  }

  private void finishName(@Nullable SqlToken next) {
    if (name.isEmpty()) {
      return;
    }
    Word word = name.isPlain() ? Word.at(sql, name.start(), name.end()) : null;
    if (word != null && (!declaring || !starts || word == Word.BLOCK)) {
      word(word);
    } else {
      name(next);
    }
    element = false;
    starts = last == Word.DECLARE;
    label = false;
    name.clear();
  }

  private void word(Word word) {
    place = level.after(word, last, place, body);
    names =
        switch (word) {
          case TABLE, ROUTINE, NAMES, OPERATOR -> true;
          case EXISTENCE -> names;
          default -> false;
        };
    switch (word) {
      case DECLARE -> declaring = body;
      case BLOCK -> declaring = false;
      case ATOMIC -> atomic = 1;
      case CASE -> atomic += atomic > 0 ? 1 : 0;
      case FINISH -> atomic -= atomic > 0 ? 1 : 0;
      default -> {}
    }
    last = word;
  }

  private void name(@Nullable SqlToken next) {
    if (name.isPair() && !startsWith(next, "(")) {
      pair(next);
    }
    String called = ordinary(name.lastStart(), name.end());
    if (called != null && last != Word.SCHEMA) {
      declare(called, next);
    }
    names = names && last != null;
    last = null;
    place = Place.OTHER;
  }

  /** {@code app.x}; behind {@code app.x%TYPE} is a column or a variable. */
  private void pair(@Nullable SqlToken next) {
    String head = ordinary(name.start(), name.firstEnd());
    if (head == null) {
      return;
    }
    if (element && level.targets() && !level.names()) {
      declared.field(name.start());
    } else if (place == Place.OPERAND || isType(next)) {
      declared.use(name.start(), head);
    }
  }

  /** A relation is its own alias, a function's name and a label qualify its variables. */
  private void declare(String called, @Nullable SqlToken next) {
    if (last == Word.ROUTINE) {
      declared.parameter(called);
    } else if (!name.isSingle()) {
      if (level.relations() && place != Place.OPERAND) {
        declared.alias(called);
      }
    } else if (last == Word.LOOP_VARIABLE
        || (declaring && starts)
        || (label && startsWith(next, ">>"))) {
      declared.variable(called);
    } else if (level.names() && isWord(next)) {
      declared.parameter(called);
    } else if (level.relations()) {
      declared.alias(called);
    }
  }

  private boolean isType(@Nullable SqlToken next) {
    return next != null
        && startsWith(next, "%")
        && sql.regionMatches(true, Dots.skipBlank(sql, next.end()), "type", 0, 4);
  }

  private static boolean isWord(@Nullable SqlToken token) {
    return token != null
        && (token.kind() == SqlToken.Kind.IDENTIFIER
            || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER);
  }

  private boolean startsWith(@Nullable SqlToken token, String sign) {
    return token != null && sql.startsWith(sign, token.start());
  }

  private @Nullable String ordinary(int start, int end) {
    NameIndex.Entry entry = start < end ? index.find(sql, start, end) : null;
    Name ordinary = entry == null ? null : entry.ordinary();
    boolean quoted = start > 0 && sql.charAt(start - 1) == '"';
    return ordinary == null || (quoted && !sql.startsWith(ordinary.text(), start))
        ? null
        : ordinary.text();
  }

  private void sign(SqlToken token) {
    element = false;
    switch (token.kind()) {
      case DOLLAR_STRING -> {
        declared.body(token.start());
        place = Place.OTHER;
      }
      case OPERATOR -> place = level.names() ? Place.OTHER : Place.OPERAND;
      case PUNCTUATION -> punctuation(token);
      default -> place = Place.OTHER;
    }
    label = startsWith(token, "<<");
    starts = startsWith(token, ";");
    last = null;
    names = false;
  }

  private void punctuation(SqlToken token) {
    char sign = sql.charAt(token.start());
    switch (sign) {
      case '(', '[' -> {
        levels.push(level);
        level = level.open(names && sign == '(', place, last);
        element();
      }
      case ',' -> element();
      case ')', ']' -> {
        place = level.behind();
        level = levels.isEmpty() ? level : levels.pop();
      }
      case ';' -> {
        declared.endStatement(atomic > 0);
        levels.clear();
        level = Level.statement();
        place = Place.OPERAND;
      }
      default -> place = isOperator(token) ? Place.OPERAND : Place.OTHER;
    }
  }

  private void element() {
    element = true;
    place = level.element();
  }

  /** {@code := => ..}, but neither a cast nor the dot in front of a field. */
  private boolean isOperator(SqlToken token) {
    return !startsWith(token, "::") && (!startsWith(token, ".") || startsWith(token, ".."));
  }
}
