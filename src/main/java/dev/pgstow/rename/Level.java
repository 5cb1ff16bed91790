package dev.pgstow.rename;

import org.jspecify.annotations.Nullable;

/** One depth of parentheses of a statement: which clause is being read there. */
final class Level {
  /** Whether names and types stand here, never operands: parameters, columns of a new table. */
  private final boolean names;

  private final boolean outermost;
  private final Place behind;
  private boolean relations;
  private boolean targets;
  private boolean query;
  private boolean joined;
  private boolean deleting;
  private boolean inserting;

  private Level(boolean names, boolean outermost, Place behind) {
    this.names = names;
    this.outermost = outermost;
    this.behind = behind;
  }

  /** The level of a whole statement. */
  static Level statement() {
    return new Level(false, true, Place.OTHER);
  }

  /** The level a parenthesis opens here. */
  Level open(boolean listsNames, Place place, @Nullable Word last) {
    boolean leads = last == Word.ON || last == Word.OPERATOR;
    Level level = new Level(listsNames, false, leads ? Place.OPERAND : Place.OTHER);
    level.relations = place == Place.RELATION;
    level.targets = inserting && !listsNames;
    inserting = false;
    return level;
  }

  boolean names() {
    return names;
  }

  /** Whether an identifier standing alone is a relation or an alias. */
  boolean relations() {
    return relations;
  }

  /** Whether {@code app.x} behind a comma is the field of a column that is written to. */
  boolean targets() {
    return targets;
  }

  /** What follows the closing parenthesis: an operand behind {@code DISTINCT ON (…)}. */
  Place behind() {
    return behind;
  }

  /** What stands at the start and behind each comma. */
  Place element() {
    return names ? Place.OTHER : relations ? Place.RELATION : Place.OPERAND;
  }

  /**
   * What follows a key word.
   *
   * @param place what was to stand where the word stands
   * @param last the key word right before it
   * @param body whether this is a function's body, where INTO names variables
   */
  Place after(Word word, @Nullable Word last, Place place, boolean body) {
    Place follows =
        switch (word) {
          case OPERAND -> last == Word.COLUMN ? Place.OTHER : Place.OPERAND;
          case DISTINCT, CASE -> Place.OPERAND;
          case CLAUSE, LOOP_VARIABLE -> clause(false, Place.OPERAND);
          case END -> clause(false, Place.OTHER);
          case QUERY -> query(false, Place.OPERAND);
          case FROM -> from(last);
          case JOIN -> join();
          case TABLE -> clause(true, Place.RELATION);
          case UPDATE -> query(true, Place.RELATION);
          case DELETE -> query(false, Place.OTHER);
          case MERGE -> merge();
          case INTO -> into(last, body);
          case USING -> deleting ? clause(true, Place.RELATION) : Place.OPERAND;
          case ON -> on(last);
          case SET -> set();
          case TO -> last == Word.SIMILAR ? Place.OPERAND : clause(false, Place.OTHER);
          case MODIFIER -> place == Place.OPERAND ? Place.OTHER : place;
          case EXISTENCE -> place;
          case BLOCK -> block();
          default -> Place.OTHER;
        };
    return names ? Place.OTHER : follows;
  }

  private Place clause(boolean relational, Place follows) {
    relations = relational;
    targets = false;
    inserting = false;
    return follows;
  }

  private Place query(boolean relational, Place follows) {
    query = true;
    return clause(relational, follows);
  }

  /** {@code IS DISTINCT FROM x} and {@code extract(year FROM x)} name no table. */
  private Place from(@Nullable Word last) {
    if (last == Word.DISTINCT || (!outermost && !query)) {
      return Place.OPERAND;
    }
    deleting |= last == Word.DELETE;
    return clause(true, Place.RELATION);
  }

  private Place join() {
    joined = true;
    relations = true;
    return Place.RELATION;
  }

  private Place merge() {
    joined = true;
    deleting = true;
    return query(false, Place.OTHER);
  }

  private Place into(@Nullable Word last, boolean body) {
    if (last == Word.INSERT || last == Word.MERGE) {
      clause(true, Place.RELATION);
      inserting = last == Word.INSERT;
      return Place.RELATION;
    }
    return clause(!body, body ? Place.OPERAND : Place.RELATION);
  }

  /** Of a join, of {@code DISTINCT}, or of {@code CREATE INDEX}, {@code GRANT} and the like. */
  private Place on(@Nullable Word last) {
    return joined || last == Word.DISTINCT ? Place.OPERAND : clause(true, Place.RELATION);
  }

  private Place set() {
    clause(false, Place.OPERAND);
    targets = true;
    return Place.OPERAND;
  }

  private Place block() {
    query = false;
    joined = false;
    deleting = false;
    return clause(false, Place.OPERAND);
  }
}
