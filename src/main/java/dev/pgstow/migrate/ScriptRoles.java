package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.workspace.Change;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The roles that deploy scripts speak of, so far as they stand in their text.
 *
 * @param named by a GRANT, a policy or OWNER TO, and not made by a script
 * @param made by CREATE ROLE and the like
 */
public record ScriptRoles(Set<String> named, Set<String> made) {
  private static final Pattern OWNER =
      Pattern.compile("\\bOWNER\\s+TO\\b", Pattern.CASE_INSENSITIVE);

  /** Copies the sets. */
  public ScriptRoles {
    named = Set.copyOf(named);
    made = Set.copyOf(made);
  }

  /**
   * Those of modules and all they require.
   *
   * @throws Failure {@code module-unknown}, {@code module-cycle}, {@code script-not-text}, {@code
   *     psql-command}, {@code copy-data}, those of plans
   */
  public static ScriptRoles of(Workspace workspace, Collection<String> modules) {
    Set<String> named = new TreeSet<>();
    Set<String> made = new TreeSet<>();
    for (ResolvedModule module : new ModuleResolver(workspace.modules()).order(modules)) {
      ModulePlan plan = ModulePlan.read(module);
      for (Change change : plan.changes()) {
        Path file = plan.script(ScriptKind.DEPLOY, change.name());
        if (file.toFile().isFile()) {
          look(Script.of(ScriptFile.read(file), true), named, made);
        }
      }
    }
    named.removeAll(made);
    return new ScriptRoles(named, made);
  }

  private static void look(Script script, Set<String> named, Set<String> made) {
    for (SqlStatement statement : script.statements()) {
      String sql = script.sql(statement);
      switch (statement.word(0)) {
        case "grant" -> named.addAll(RoleNames.granted(sql));
        case "create" -> {
          switch (statement.word(1)) {
            case "policy" -> named.addAll(RoleNames.granted(sql));
            case "role", "user", "group" -> made.addAll(RoleNames.made(sql).names());
            default -> {}
          }
        }
        case "alter" -> named.addAll(owner(sql));
        case "do" -> {
          made.addAll(RoleNames.made(sql).names());
          Roles.LOGIN.stream().filter(role -> sql.contains("'" + role + "'")).forEach(named::add);
        }
        default -> {}
      }
    }
  }

  private static List<String> owner(String sql) {
    return sql.regionMatches(true, 0, "ALTER DEFAULT", 0, 13) || OWNER.matcher(sql).find()
        ? RoleNames.granted(sql)
        : List.of();
  }
}
