package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads all scripts of a deployment before the first one is run: what only psql could run, or the
 * ledger could not record, is found now; and what rights they will need.
 */
final class ScriptSurvey {
  /** The preamble of exported metadata; its roles are those of {@link Roles}. */
  private static final Pattern GRANT_CONNECT =
      Pattern.compile("GRANT\\s+CONNECT\\s+ON\\s+DATABASE", Pattern.CASE_INSENSITIVE);

  private static final Pattern GRANT_FUNCTIONS =
      Pattern.compile(
          "GRANT\\s+EXECUTE\\s+ON\\s+ALL\\s+FUNCTIONS\\s+IN\\s+SCHEMA\\s+public\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> ROLE = Set.of("role", "user", "group");

  /** Scripts read at once, by all processors, are not more, */
  private static final int CHUNK = 256;

  /** nor together larger, in bytes, unless one alone is. */
  private static final long CHUNK_BYTES = 8_000_000;

  private final boolean standardConforming;
  private final ScriptShelf shelf = new ScriptShelf();
  private final Map<String, String> grantees = new LinkedHashMap<>();
  private final Set<String> created = new HashSet<>();
  private final Set<String> extensions = new HashSet<>();
  private boolean createsOthers;
  private final Map<String, Integer> lastReplica = new HashMap<>();
  private boolean grantsConnect;
  private boolean grantsFunctions;

  ScriptSurvey(boolean standardConforming) {
    this.standardConforming = standardConforming;
  }

  /**
   * Reads the scripts of a module.
   *
   * @throws Failure {@code script-missing}, {@code script-not-text}, {@code psql-command}, {@code
   *     copy-data}, {@code script-duplicate}
   */
  void read(PendingModule module, Cancellation cancellation) {
    Map<String, String> hashes = new HashMap<>();
    extensions.addAll(module.plan().resolved().extensions());
    module.deployed().values().forEach(it -> hashes.put(it.scriptHash(), it.change()));
    List<PendingChange> pending = module.pending();
    int from = 0;
    while (from < pending.size()) {
      cancellation.check();
      List<PendingChange> chunk = chunk(pending.subList(from, pending.size()), CHUNK_BYTES);
      List<Script> scripts =
          chunk.parallelStream()
              .map(change -> Script.of(ScriptFile.read(change.script()), standardConforming))
              .toList();
      for (int i = 0; i < chunk.size(); i++) {
        read(module, chunk.get(i), scripts.get(i), hashes);
        if (scripts.get(i).setsReplicaRole()) {
          lastReplica.put(module.name(), from + i);
        }
      }
      from += chunk.size();
    }
  }

  /** The first changes, as many as are to be read at once. */
  static List<PendingChange> chunk(List<PendingChange> pending, long maxBytes) {
    int count = 0;
    long bytes = 0;
    while (count < Math.min(CHUNK, pending.size())) {
      // One that is not there has length 0; reading it tells.
      bytes += pending.get(count).script().toFile().length();
      if (bytes > maxBytes && count > 0) {
        break;
      }
      count++;
    }
    return pending.subList(0, count);
  }

  private void read(
      PendingModule module, PendingChange change, Script script, Map<String, String> hashes) {
    String twin = hashes.putIfAbsent(script.hash(), change.name());
    if (twin != null) {
      throw Failure.failed(
          "script-duplicate",
          "The changes "
              + twin
              + " and "
              + change.name()
              + " of "
              + module.name()
              + " have the same deploy script, byte for byte, which the ledger can't record.",
          "Add a comment to one of them, such as its name.");
    }
    look(change, script);
    shelf.put(change, script);
  }

  /** What was read, for whoever runs it. */
  ScriptShelf shelf() {
    return shelf;
  }

  private void look(PendingChange change, Script script) {
    for (SqlStatement statement : script.statements()) {
      switch (statement.word(0)) {
        case "grant" -> {
          String sql = script.sql(statement);
          grantsFunctions |= GRANT_FUNCTIONS.matcher(sql).lookingAt();
          RoleNames.granted(sql).forEach(role -> grantees.putIfAbsent(role, change.qualified()));
        }
        case "do" -> {
          String sql = script.sql(statement);
          if (GRANT_CONNECT.matcher(sql).find()) {
            grantsConnect = true;
            for (String role : Roles.LOGIN) {
              if (sql.contains("'" + role + "'")) {
                grantees.putIfAbsent(role, change.qualified());
              }
            }
          }
          make(sql);
        }
        case "create" -> make(script.sql(statement));
        case "alter" -> {
          if (ROLE.contains(statement.word(1)) && statement.words().contains("rename")) {
            created.addAll(RoleNames.granted(script.sql(statement)));
          }
        }
        default -> {}
      }
    }
  }

  private void make(String sql) {
    if (RoleNames.mayMake(sql)) {
      RoleNames.Made made = RoleNames.made(sql);
      created.addAll(made.names());
      createsOthers |= made.computed();
    }
  }

  /** Whether a script switches triggers and foreign keys off. */
  boolean replicaRole() {
    return !lastReplica.isEmpty();
  }

  /** Which pending change of a module is the last whose script does, from 0; -1 if none does. */
  int lastReplica(PendingModule module) {
    return lastReplica.getOrDefault(module.name(), -1);
  }

  /** Whether a script grants CONNECT on the database. */
  boolean grantsConnect() {
    return grantsConnect;
  }

  /** Whether a script grants EXECUTE on all functions in {@code public}. */
  boolean grantsFunctions() {
    return grantsFunctions;
  }

  /** The roles that must be there already, each with the first change that grants to it. */
  Map<String, String> grantees() {
    Map<String, String> needed = new LinkedHashMap<>(grantees);
    needed.keySet().removeAll(created);
    return needed;
  }

  /** Whether a script may make roles of names that its text does not tell. */
  boolean createsOthers() {
    return createsOthers;
  }

  /** The extensions that the modules require, installed or not. */
  Set<String> extensions() {
    return extensions;
  }
}
