package dev.pgstow.wizard;

import dev.pgstow.failure.Failure;
import dev.pgstow.wizard.LineRow.Mask;
import java.util.List;
import java.util.Optional;

/** How to reach a PostgreSQL server. */
final class ServerForm implements Form {
  private static final List<String> SSLMODES =
      List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

  private final LineRow host;
  private final LineRow port;
  private final LineRow user;
  private final LineRow password;
  private final ChoiceRow sslmode;

  ServerForm(ConnectionFields fields) {
    host = new LineRow("Host", "", Mask.NONE, fields.host());
    port = new LineRow("Port", "", Mask.NONE, fields.port());
    user = new LineRow("User", "", Mask.NONE, fields.user());
    password = new LineRow("Password", "", Mask.ALL, fields.password());
    int known = SSLMODES.indexOf(fields.sslmode());
    sslmode = new ChoiceRow("sslmode", SSLMODES, known < 0 ? SSLMODES.indexOf("prefer") : known);
  }

  @Override
  public String title() {
    return "PostgreSQL";
  }

  @Override
  public List<FormRow> rows() {
    return List.of(host, port, user, password, sslmode);
  }

  @Override
  public int start(Optional<Failure> failure) {
    return 0;
  }

  @Override
  public Optional<String> problem() {
    return port.text().matches("[0-9]{1,5}") && Integer.parseInt(port.text()) <= 65_535
        ? Optional.empty()
        : Optional.of("A port is a number up to 65535.");
  }

  @Override
  public List<Pane.Line> notes() {
    return List.of(
        new Pane.Line("Empty password: the password file or PGPASSWORD is used.", Role.DIM));
  }

  @Override
  public SourceFields fields() {
    return new ConnectionFields(
        host.text(), port.text(), user.text(), password.text(), sslmode.chosen());
  }
}
