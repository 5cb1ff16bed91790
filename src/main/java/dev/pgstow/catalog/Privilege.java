package dev.pgstow.catalog;

import java.util.List;

/** Privileges and their letters in an {@code aclitem} (PostgreSQL's documentation, 5.8). */
enum Privilege {
  SELECT('r'),
  INSERT('a'),
  UPDATE('w'),
  DELETE('d'),
  TRUNCATE('D'),
  REFERENCES('x'),
  TRIGGER('t'),
  MAINTAIN('m'),
  EXECUTE('X'),
  USAGE('U'),
  CREATE('C'),
  CONNECT('c'),
  TEMPORARY('T');

  private static final List<Privilege> OF_TABLES =
      List.of(SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER);
  private static final List<Privilege> OF_TABLES_17 =
      List.of(SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER, MAINTAIN);

  private final char letter;

  Privilege(char letter) {
    this.letter = letter;
  }

  char letter() {
    return letter;
  }

  /** What can be granted on a kind of object, as GRANT and ALTER DEFAULT PRIVILEGES name it. */
  static List<Privilege> on(String type, int major) {
    return switch (type) {
      case "TABLE", "TABLES" -> major >= 17 ? OF_TABLES_17 : OF_TABLES;
      case "COLUMN" -> List.of(SELECT, INSERT, UPDATE, REFERENCES);
      case "SEQUENCE", "SEQUENCES" -> List.of(SELECT, USAGE, UPDATE);
      case "SCHEMA", "SCHEMAS" -> List.of(USAGE, CREATE);
      case "DATABASE" -> List.of(CREATE, TEMPORARY, CONNECT);
      case "FUNCTION", "FUNCTIONS", "PROCEDURE" -> List.of(EXECUTE);
      case "LARGE OBJECTS" -> List.of(SELECT, UPDATE);
      default -> List.of(USAGE);
    };
  }
}
