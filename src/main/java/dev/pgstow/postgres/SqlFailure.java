package dev.pgstow.postgres;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What a server refused to do, with all it said about it. */
public final class SqlFailure extends Failure {
  private static final long serialVersionUID = 1L;

  private final SQLException error;

  SqlFailure(String ident, String message, String hint, SQLException error) {
    super(ExitCode.FAILED, ident, message, hint, error);
    this.error = error;
  }

  /** The SQLSTATE; empty if there is none. */
  public String sqlState() {
    return Objects.requireNonNullElse(error.getSQLState(), "");
  }

  /** The server's message, without the parts below. */
  public String serverMessage() {
    return ServerErrors.message(error);
  }

  /** The server's DETAIL. */
  public Optional<String> detail() {
    return said().map(ServerErrorMessage::getDetail);
  }

  /** The server's own HINT; {@link #hint()} is ours. */
  public Optional<String> serverHint() {
    return said().map(ServerErrorMessage::getHint);
  }

  /** Where in the statement it went wrong: characters, from 1; 0 if the server does not say. */
  public int position() {
    return said().map(ServerErrorMessage::getPosition).orElse(0);
  }

  /** The server's CONTEXT. */
  public Optional<String> where() {
    return said().map(ServerErrorMessage::getWhere);
  }

  /** The schema it is about. */
  public Optional<String> schema() {
    return said().map(ServerErrorMessage::getSchema);
  }

  /** The table it is about. */
  public Optional<String> table() {
    return said().map(ServerErrorMessage::getTable);
  }

  /** The constraint it is about. */
  public Optional<String> constraint() {
    return said().map(ServerErrorMessage::getConstraint);
  }

  private Optional<ServerErrorMessage> said() {
    return error instanceof PSQLException e
        ? Optional.ofNullable(e.getServerErrorMessage())
        : Optional.empty();
  }
}
