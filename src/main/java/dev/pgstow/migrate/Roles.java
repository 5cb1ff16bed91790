package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.Session;
import dev.pgstow.postgres.SqlFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The roles that Constructive's modules grant to. Roles belong to the whole server. Attributes of
 * roles that are there already are left alone, memberships that are missing are granted.
 */
public final class Roles {
  /** The login roles, which exported service modules grant CONNECT to. */
  static final List<String> LOGIN = List.of("app_user", "app_admin");

  /** All of them, in the order in which they are made. */
  public static final List<String> ALL =
      List.of("anonymous", "authenticated", "administrator", "app_user", "app_admin");

  private static final Map<String, String> ATTRIBUTES =
      Map.of("administrator", "NOLOGIN BYPASSRLS", "app_user", "LOGIN", "app_admin", "LOGIN");

  /** Somebody else did the same at the same moment: their errors. */
  private static final Set<String> CONCURRENT = Set.of("XX000", "23505", "42710", "40001", "40P01");

  private static final int TRIES = 10;
  private static final long PAUSE_MILLIS = 20;

  private final Databases databases;

  /** For the server of these databases. */
  public Roles(Databases databases) {
    this.databases = databases;
  }

  /**
   * What a bootstrap did.
   *
   * @param created roles it made
   * @param granted memberships it gave, as {@code role -> member}
   */
  public record Result(List<String> created, List<String> granted) {
    /** Copies the lists. */
    public Result {
      created = List.copyOf(created);
      granted = List.copyOf(granted);
    }
  }

  /**
   * Makes what is missing of {@code anonymous}, {@code authenticated} and {@code administrator} as
   * pgpm makes them, and {@code app_user} and {@code app_admin}, without passwords.
   *
   * @throws Failure in the server's words; creating {@code administrator} takes a superuser, or a
   *     role with CREATEROLE and BYPASSRLS
   */
  public Result bootstrap() {
    try (Session session = databases.connectToAny()) {
      for (int tries = 1; ; tries++) {
        try {
          return make(session);
        } catch (SqlFailure e) {
          if (tries == TRIES || !CONCURRENT.contains(e.sqlState())) {
            throw e;
          }
          pause(tries);
        }
      }
    }
  }

  private static void pause(int tries) {
    try {
      Thread.sleep(PAUSE_MILLIS * tries);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.interrupted("Interrupted while making roles.");
    }
  }

  private static Result make(Session session) {
    Set<String> roles = names(session, "SELECT rolname FROM pg_catalog.pg_roles");
    Set<String> members =
        names(
            session,
            "SELECT r.rolname || ' -> ' || m.rolname FROM pg_catalog.pg_auth_members a"
                + " JOIN pg_catalog.pg_roles r ON r.oid = a.roleid"
                + " JOIN pg_catalog.pg_roles m ON m.oid = a.member");
    List<String> created = ALL.stream().filter(role -> !roles.contains(role)).toList();
    for (String role : created) {
      String attributes = ATTRIBUTES.getOrDefault(role, "NOLOGIN");
      session.execute("CREATE ROLE " + role + " " + attributes, "creating the role " + role);
    }
    List<String> granted = new ArrayList<>();
    memberships()
        .forEach(
            (member, of) -> {
              for (String role : of) {
                if (!members.contains(role + " -> " + member)) {
                  session.execute(
                      "GRANT " + role + " TO " + member, "granting " + role + " to " + member);
                  granted.add(role + " -> " + member);
                }
              }
            });
    return new Result(created, granted);
  }

  private static Map<String, List<String>> memberships() {
    Map<String, List<String>> memberships = new LinkedHashMap<>();
    memberships.put("administrator", List.of("anonymous", "authenticated"));
    memberships.put("app_user", List.of("anonymous", "authenticated"));
    memberships.put("app_admin", List.of("administrator"));
    return memberships;
  }

  private static Set<String> names(Session session, String sql) {
    Set<String> names = new HashSet<>();
    try (Statement statement = session.connection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw session.failure(e, "reading the server's roles");
    }
    return names;
  }
}
