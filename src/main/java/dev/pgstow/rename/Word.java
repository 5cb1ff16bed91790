package dev.pgstow.rename;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Key words by what they make of the name behind them: an operand, a relation, or another name. */
enum Word {
  /** An operand follows, and the clause goes on. */
  OPERAND(
      "all and array asymmetric between both content default document escape first "
          + "ilike in leading like next open or passing placing ref reverse strict symmetric "
          + "trailing value variadic zone"),
  DISTINCT("distinct"),
  CASE("case"),
  /** An operand follows; a list of relations is over. */
  CLAUSE(
      "assert by call diagnostics else elseif elsif execute having limit offset perform return "
          + "returning then values when where while"),
  /** A list of relations is over. */
  END("except fetch group intersect order union window"),
  QUERY("select"),
  FROM("from"),
  JOIN("join"),
  /** Relations follow. */
  TABLE("table truncate"),
  UPDATE("update"),
  INSERT("insert"),
  DELETE("delete"),
  MERGE("merge"),
  INTO("into"),
  USING("using"),
  ON("on"),
  SET("set"),
  TO("to"),
  SIMILAR("similar"),
  /** A relation follows if one was to follow already. */
  MODIFIER("lateral only"),
  EXISTENCE("if not exists"),
  COLUMN("add column"),
  SCHEMA("schema"),
  /** Parameters and their types follow the name. */
  ROUTINE("function procedure"),
  /** Names follow in parentheses. */
  NAMES("inherits"),
  /** {@code OPERATOR(app.+)}. */
  OPERATOR("operator"),
  LOOP_VARIABLE("for foreach"),
  /** Statements of a block follow. */
  BLOCK("begin loop"),
  DECLARE("declare"),
  /** What {@code ;} does not end: {@code BEGIN ATOMIC … CASE … END … END}. */
  ATOMIC("atomic"),
  FINISH("end");

  private static final int LONGEST = 11;
  private static final Map<String, Word> WORDS = words();

  private final String spellings;

  Word(String spellings) {
    this.spellings = spellings;
  }

  private static Map<String, Word> words() {
    Map<String, Word> words = new HashMap<>();
    for (Word word : values()) {
      for (String spelling : word.spellings.split(" ", -1)) {
        words.put(spelling, word);
      }
    }
    return Map.copyOf(words);
  }

  /** The key word between two indexes. */
  static @Nullable Word at(String sql, int start, int end) {
    return end - start > LONGEST
        ? null
        : WORDS.get(sql.substring(start, end).toLowerCase(Locale.ROOT));
  }
}
