package dev.pgstow.metaschema;

import dev.pgstow.metaschema.Statements.Token;
import dev.pgstow.sql.SqlToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows an {@code INSERT INTO schema.table (columns) VALUES (…), (…)} states, as far as its
 * values are literals; of {@code … SELECT} what all its rows have in common.
 *
 * @param columns those it names
 * @param isQuery whether there may be none or many like the one row
 */
record InsertRows(
    String schema,
    String table,
    Set<String> columns,
    List<Map<String, Literal>> rows,
    boolean isQuery) {
  private static final Set<String> LIST_ENDS =
      Set.of("FROM", "WHERE", "GROUP", "ORDER", "LIMIT", "ON", "RETURNING");
  private static final Set<String> SET_OPERATIONS = Set.of("UNION", "INTERSECT", "EXCEPT");

  /** A literal in the text form of COPY, or NULL. */
  record Literal(boolean isNull, String text) {}

  /** Reads the INSERT whose INSERT keyword is at the index; empty if it is of another form. */
  static Optional<InsertRows> at(List<Token> tokens, int index) {
    Cursor cursor = new Cursor(tokens, index + 2);
    Optional<String> schema = cursor.name();
    if (schema.isEmpty() || !cursor.skip(".")) {
      return Optional.empty();
    }
    Optional<String> table = cursor.name();
    if (cursor.skip("AS")) {
      cursor.name();
    }
    if (table.isEmpty() || !cursor.skip("(")) {
      return Optional.empty();
    }
    List<String> columns = new ArrayList<>();
    do {
      cursor.name().ifPresent(columns::add);
    } while (cursor.skip(","));
    if (!cursor.skip(")")) {
      return Optional.empty();
    }
    if (cursor.skip("OVERRIDING")) {
      cursor.name();
      cursor.skip("VALUE");
    }
    if (cursor.skip("SELECT")) {
      return selected(cursor, columns)
          .map(
              row ->
                  new InsertRows(
                      schema.get(), table.get(), Set.copyOf(columns), List.of(row), true));
    }
    if (!cursor.skip("VALUES")) {
      return Optional.empty();
    }
    List<Map<String, Literal>> rows = new ArrayList<>();
    do {
      rows.add(row(cursor, columns));
    } while (cursor.skip(","));
    return Optional.of(new InsertRows(schema.get(), table.get(), Set.copyOf(columns), rows, false));
  }

  /** The literals of a select list; empty if it can't be told which column each is for. */
  private static Optional<Map<String, Literal>> selected(Cursor cursor, List<String> columns) {
    List<List<Token>> expressions = new ArrayList<>(List.of(new ArrayList<>()));
    boolean inList = true;
    for (int depth = 0; depth >= 0 && cursor.hasNext(); ) {
      Token token = cursor.next();
      depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
      if (depth == 0 && SET_OPERATIONS.contains(token.word())) {
        return Optional.empty();
      }
      inList &= depth >= 0 && !(depth == 0 && LIST_ENDS.contains(token.word()));
      if (inList && depth == 0 && token.is(",")) {
        expressions.add(new ArrayList<>());
      } else if (inList) {
        expressions.get(expressions.size() - 1).add(token);
      }
    }
    if (expressions.size() != columns.size() || expressions.stream().anyMatch(InsertRows::isAll)) {
      return Optional.empty();
    }
    Map<String, Literal> row = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i);
      literal(upTo("AS", expressions.get(i))).ifPresent(value -> row.put(name, value));
    }
    return Optional.of(row);
  }

  /** {@code *} or {@code t.*}. */
  private static boolean isAll(List<Token> expression) {
    int last = expression.size() - 1;
    return last < 0
        || (expression.get(last).is("*") && (last == 0 || expression.get(last - 1).is(".")));
  }

  private static Map<String, Literal> row(Cursor cursor, List<String> columns) {
    Map<String, Literal> row = new HashMap<>();
    cursor.skip("(");
    int column = 0;
    List<Token> expression = new ArrayList<>();
    for (int depth = 1; depth > 0 && cursor.hasNext(); ) {
      Token token = cursor.next();
      depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
      if (depth == 0 || (depth == 1 && token.is(","))) {
        if (column < columns.size()) {
          String name = columns.get(column);
          literal(expression).ifPresent(value -> row.put(name, value));
        }
        column++;
        expression.clear();
      } else {
        expression.add(token);
      }
    }
    return row;
  }

  /** The literal an expression is, casts put aside. */
  private static Optional<Literal> literal(List<Token> expression) {
    List<Token> tokens = upTo("::", expression);
    boolean signed = tokens.size() == 2 && tokens.get(0).is("-");
    if (tokens.size() != 1 && !signed) {
      return Optional.empty();
    }
    Token token = tokens.get(tokens.size() - 1);
    if (token.kind() == SqlToken.Kind.NUMBER) {
      return Optional.of(new Literal(false, (signed ? "-" : "") + token.value()));
    }
    if (token.isString() && !signed) {
      return Optional.of(new Literal(false, token.value()));
    }
    return switch (token.word()) {
      case "NULL" -> Optional.of(new Literal(true, ""));
      case "TRUE" -> Optional.of(new Literal(false, "t"));
      case "FALSE" -> Optional.of(new Literal(false, "f"));
      default -> Optional.empty();
    };
  }

  private static List<Token> upTo(String word, List<Token> expression) {
    int end = expression.stream().map(token -> token.is(word)).toList().indexOf(true);
    return end < 0 ? expression : expression.subList(0, end);
  }

  private static final class Cursor {
    private final List<Token> tokens;
    private int index;

    Cursor(List<Token> tokens, int index) {
      this.tokens = tokens;
      this.index = index;
    }

    boolean hasNext() {
      return index < tokens.size();
    }

    Token next() {
      return tokens.get(index++);
    }

    Optional<String> name() {
      return hasNext() && tokens.get(index).isName()
          ? Optional.of(tokens.get(index++).value())
          : Optional.empty();
    }

    boolean skip(String word) {
      boolean matches = hasNext() && tokens.get(index).is(word);
      index += matches ? 1 : 0;
      return matches;
    }
  }
}
