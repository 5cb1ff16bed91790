package dev.pgstow.postgres;

import java.sql.SQLException;

/** Turns what the driver throws into a failure a person can act on. */
public final class SqlFailures {
  private SqlFailures() {}

  /**
   * The failure for an error of a statement. Idents: {@code statement-timeout}, {@code
   * query-cancelled}, {@code permission-denied}, {@code row-security}, {@code connection-lost},
   * {@code server-resources}, {@code lock-timeout}, and {@code sql-error} for the rest.
   *
   * @param doing what was being done to what, such as {@code "reading app.users"}
   */
  public static SqlFailure of(SQLException error, String doing) {
    return of(error, doing, "the role of this connection");
  }

  /** As above, naming the role of the session. */
  static SqlFailure of(SQLException error, String doing, String role) {
    String state = ServerErrors.state(error);
    String what = "Failed while " + doing + ": " + ServerErrors.sentence(error);
    return switch (state) {
      case "57014" ->
          ServerErrors.message(error).contains("statement timeout")
              ? new SqlFailure(
                  "statement-timeout",
                  what,
                  "Raise statement_timeout for "
                      + role
                      + ", or set PGOPTIONS='-c"
                      + " statement_timeout=0'.",
                  error)
              : new SqlFailure(
                  "query-cancelled", what, "Somebody cancelled the query; try again.", error);
      case "42501" -> permission(error, what, role);
      case "55P03" ->
          new SqlFailure(
              "lock-timeout", what, "Another session holds a lock; try again later.", error);
      case "57P01", "57P02", "57P03", "57P05" -> lost(error, what);
      default -> {
        if (state.startsWith("08")) {
          yield lost(error, what);
        }
        if (state.startsWith("53")) {
          yield new SqlFailure("server-resources", what, serverHint(error), error);
        }
        yield new SqlFailure("sql-error", what, serverHint(error), error);
      }
    };
  }

  private static SqlFailure permission(SQLException error, String what, String role) {
    // The function is the same in every language of the server's messages.
    if (ServerErrors.routine(error).equals("check_enable_rls")) {
      return new SqlFailure(
          "row-security",
          what + " Row-level security would hide rows from " + role + ".",
          "Connect as a role with BYPASSRLS, a superuser or the table's owner.",
          error);
    }
    return new SqlFailure(
        "permission-denied",
        what + " Connected as " + role + ".",
        "Grant the privilege to " + role + ", or connect as another role.",
        error);
  }

  private static SqlFailure lost(SQLException error, String what) {
    return new SqlFailure(
        "connection-lost",
        what,
        "The connection to the server is gone. See the server's log for why; then try again.",
        error);
  }

  private static String serverHint(SQLException error) {
    return new SqlFailure("", "", "", error).serverHint().orElse("");
  }
}
