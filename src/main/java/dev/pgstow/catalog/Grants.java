package dev.pgstow.catalog;

import dev.pgstow.catalog.Lockouts.Lockout;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * GRANT and REVOKE statements that lead from the privileges an object starts with to those it has,
 * as pg_dump's {@code buildACLCommands} has them, but a grant a later one builds on comes first.
 */
final class Grants {
  private final int major;

  Grants(int major) {
    this.major = major;
  }

  /** On a whole object, such as {@code TABLE} and {@code app.users}. */
  List<String> on(String type, String name, String owner, Acl acl) {
    return on(type, name, owner, acl, Lockout.NONE);
  }

  /** As above; grantors who may not use the object's schema are lent that. */
  List<String> on(String type, String name, String owner, Acl acl, Lockout lockout) {
    return statements(new Target("", type, " ON " + type + " " + name, "", owner, lockout), acl);
  }

  /** On one column. */
  List<String> onColumn(String table, String column, String owner, Acl acl, Lockout lockout) {
    String list = " (" + Names.quote(column) + ")";
    return statements(new Target("", "COLUMN", " ON TABLE " + table, list, owner, lockout), acl);
  }

  /** On what a role will make: {@code prefix} is an ALTER DEFAULT PRIVILEGES up to the action. */
  List<String> onDefaults(String prefix, String types, String owner, Acl acl) {
    return statements(new Target(prefix, types, " ON " + types, "", owner, Lockout.NONE), acl);
  }

  private List<String> statements(Target target, Acl acl) {
    List<String> statements = new ArrayList<>();
    Set<String> has = new LinkedHashSet<>(acl.items());
    Set<String> had = new LinkedHashSet<>(acl.base());
    for (String text : had) {
      if (!has.contains(text)) {
        AclItem item = AclItem.parse(text);
        List<Character> all = new ArrayList<>(item.plain());
        all.addAll(item.grantable());
        String what = privileges(target, all);
        if (!what.isEmpty()) {
          statements.add(
              target.prefix + "REVOKE " + what + target.on + " FROM " + role(item.grantee()));
        }
      }
    }
    List<AclItem> stay = new ArrayList<>();
    List<AclItem> come = new ArrayList<>();
    has.forEach(text -> (had.contains(text) ? stay : come).add(AclItem.parse(text)));
    for (AclItem item : new GrantOrder(target.owner, stay).of(come)) {
      statements.addAll(grants(target, item));
    }
    return statements;
  }

  private List<String> grants(Target target, AclItem item) {
    List<String> grants = new ArrayList<>();
    String to = target.on + " TO " + role(item.grantee());
    String plain = privileges(target, item.plain());
    if (!plain.isEmpty()) {
      grants.add(target.prefix + "GRANT " + plain + to);
    }
    String option = privileges(target, item.grantable());
    if (!option.isEmpty()) {
      grants.add(target.prefix + "GRANT " + option + to + " WITH GRANT OPTION");
    }
    boolean another = target.prefix.isEmpty() && !item.grantor().equals(target.owner);
    if (another && !grants.isEmpty()) {
      grants.add(0, "SET SESSION AUTHORIZATION " + Names.quote(item.grantor()));
      grants.add("RESET SESSION AUTHORIZATION");
      lend(target.lockout, item.grantor(), grants);
    }
    return grants;
  }

  private static void lend(Lockout lockout, String grantor, List<String> grants) {
    if (lockout.grantors().contains(grantor)) {
      String usage = " USAGE ON SCHEMA " + lockout.schema();
      grants.add(0, "GRANT" + usage + " TO " + role(grantor));
      grants.add("REVOKE" + usage + " FROM " + role(grantor));
    }
  }

  private String privileges(Target target, List<Character> letters) {
    List<Privilege> possible = Privilege.on(target.type, major);
    List<Privilege> given =
        possible.stream().filter(one -> letters.contains(one.letter())).toList();
    if (given.size() == possible.size()) {
      return "ALL" + target.column;
    }
    return given.stream().map(one -> one.name() + target.column).collect(Collectors.joining(", "));
  }

  private static String role(String name) {
    return name.isEmpty() ? "PUBLIC" : Names.quote(name);
  }

  /**
   * On what.
   *
   * @param type decides which privileges there are
   * @param column in parentheses; empty for the whole object
   */
  private record Target(
      String prefix, String type, String on, String column, String owner, Lockout lockout) {}
}
