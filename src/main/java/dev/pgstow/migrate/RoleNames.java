package dev.pgstow.migrate;

import dev.pgstow.sql.SqlLexer;
import dev.pgstow.sql.SqlToken;
import dev.pgstow.sql.TokenValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The roles that a statement speaks of, so far as its text tells. */
final class RoleNames {
  private static final Set<String> NO_ROLES =
      Set.of("public", "current_user", "current_role", "session_user", "group");

  /** What may follow the roles of a GRANT or a policy. */
  private static final Set<String> END_OF_ROLES = Set.of("with", "granted", "using");

  private static final Pattern CREATE =
      Pattern.compile("\\bcreate\\s+(?:role|user|group)\\b", Pattern.CASE_INSENSITIVE);

  /** A string for EXECUTE that a name is put into, or behind. */
  private static final Pattern COMPUTED =
      Pattern.compile(
          "\\s*create\\s+(?:role|user|group)\\s*+(?:\"?%|\"?\\z)", Pattern.CASE_INSENSITIVE);

  private RoleNames() {}

  /**
   * The roles that a statement may make, if it runs or what it defines does.
   *
   * @param computed whether there may be others, of names that only the server will know
   */
  record Made(Set<String> names, boolean computed) {}

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

  /** Whether it may make a role at all: far quicker than {@link #made}. */
  static boolean mayMake(String sql) {
    return CREATE.matcher(sql).find();
  }

  /** The roles it may make: by CREATE ROLE and the like, also in strings and bodies. */
  static Made made(String sql) {
    Set<String> names = new LinkedHashSet<>();
    return new Made(names, collect(sql, names));
  }

  private static boolean collect(String sql, Set<String> names) {
    boolean computed = COMPUTED.matcher(sql).lookingAt();
    String last = "";
    for (SqlToken token : SqlLexer.tokens(sql)) {
      if (token.isBlank()) {
        continue;
      }
      String value = TokenValue.of(sql, token);
      switch (token.kind()) {
        case STRING, ESCAPE_STRING, DOLLAR_STRING -> computed |= collect(value, names);
        default -> {
          if (last.equals("role") || last.equals("user") || last.equals("group")) {
            names.add(value);
          }
        }
      }
      last = token.kind() == SqlToken.Kind.IDENTIFIER ? value : "";
    }
    return computed;
  }
}
