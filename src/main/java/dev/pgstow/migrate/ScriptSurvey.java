package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.sql.SqlLexer;
import dev.pgstow.sql.SqlToken;
import dev.pgstow.sql.TokenValue;
import java.util.ArrayList;
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
  private static final Set<String> NO_ROLES =
      Set.of("public", "current_user", "current_role", "session_user", "group");

  /** What may follow the roles of a GRANT or a policy. */
  private static final Set<String> END_OF_ROLES = Set.of("with", "granted", "using");

  /** Scripts read at once, by all processors. */
  private static final int CHUNK = 256;

  private final boolean standardConforming;
  private final ScriptShelf shelf = new ScriptShelf();
  private final Map<String, String> grantees = new LinkedHashMap<>();
  private final Set<String> created = new HashSet<>();
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
    module.deployed().values().forEach(it -> hashes.put(it.scriptHash(), it.change()));
    List<PendingChange> pending = module.pending();
    for (int from = 0; from < pending.size(); from += CHUNK) {
      cancellation.check();
      List<PendingChange> chunk = pending.subList(from, Math.min(from + CHUNK, pending.size()));
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
    }
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
          granted(sql).forEach(role -> grantees.putIfAbsent(role, change.qualified()));
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
          created.addAll(makes(sql));
        }
        case "create" -> {
          String what = statement.word(1);
          if (what.equals("role") || what.equals("user") || what.equals("group")) {
            created.addAll(makes(script.sql(statement)));
          }
        }
        default -> {}
      }
    }
  }

  /** The roles behind the last TO of a GRANT, of a policy, or of OWNER TO. */
  static List<String> granted(String sql) {
    List<String> roles = new ArrayList<>();
    boolean listing = false;
    for (SqlToken token : SqlLexer.tokens(sql)) {
      String value = TokenValue.of(sql, token);
      switch (token.kind()) {
        case IDENTIFIER -> {
          if (value.equals("to")) {
            listing = true;
            roles.clear();
          } else if (END_OF_ROLES.contains(value)) {
            listing = false;
          } else if (listing && !NO_ROLES.contains(value)) {
            roles.add(value);
          }
        }
        case QUOTED_IDENTIFIER -> {
          if (listing) {
            roles.add(value);
          }
        }
        default -> {}
      }
    }
    return roles;
  }

  /** The roles it may create, so far as they can be read from the text. */
  static List<String> makes(String sql) {
    List<String> names = new ArrayList<>();
    String last = "";
    for (SqlToken token : SqlLexer.tokens(sql)) {
      if (token.isBlank()) {
        continue;
      }
      String value = TokenValue.of(sql, token);
      if (token.kind() == SqlToken.Kind.DOLLAR_STRING || token.kind() == SqlToken.Kind.STRING) {
        names.addAll(value.length() < sql.length() ? makes(value) : List.of());
      } else if (last.equals("role") || last.equals("user") || last.equals("group")) {
        names.add(value);
      }
      last = token.kind() == SqlToken.Kind.IDENTIFIER ? value : "";
    }
    return names;
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
}
