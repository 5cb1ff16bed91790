package dev.pgstow.export;

import dev.pgstow.prompt.Answers;
import dev.pgstow.source.ExportSource;
import java.util.List;
import java.util.Optional;

/** What the export's questions need to know of the world. Its calls may go to a server. */
public interface ExportWorld {

  /** Names of the databases of the PostgreSQL server, in the order shown. */
  List<String> databases();

  /** The database the environment points at: preselected, not chosen. */
  Optional<String> databaseHint();

  /**
   * What a database is, for people: such as {@code Constructive}, {@code plain}, {@code no access}.
   */
  String kind(String database);

  /** The source in a database; opened once and kept. */
  ExportSource source(String database);

  /** {@code Name <email>} of whoever is at the keyboard. */
  String author();

  /** What a question was answered last time for this workspace and database, if it is known. */
  Optional<List<String>> remembered(String question, Answers answers);
}
