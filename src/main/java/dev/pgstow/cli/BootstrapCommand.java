package dev.pgstow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.migrate.Roles;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import dev.pgstow.workspace.Staging;
import dev.pgstow.workspace.Workspace;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pgstow admin-users bootstrap}. */
@Command(
    name = "bootstrap",
    description = {
      "Makes the roles that Constructive's modules grant to, where they are missing.",
      "They are anonymous, authenticated and administrator, and the login roles app_user and",
      "app_admin, without passwords. Roles belong to the whole server.",
    },
    footer = {
      "",
      "Examples:",
      "  pgstow admin-users bootstrap",
      "  pgstow admin-users bootstrap --url postgresql://postgres@db.example.com/",
    })
final class BootstrapCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final GlobalOptions global = new GlobalOptions();
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  BootstrapCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ConnectionSettings given = connection.settings(surroundings);
    Site.warn(surroundings, given);
    Workspace.findIfAny(global.directory(surroundings))
        .ifPresent(workspace -> Staging.recover(workspace.root(), List.of()));
    ConnectionSettings settings;
    try (Prompters prompters = new Prompters(surroundings, global)) {
      settings = PasswordPrompt.complete(given, prompters);
    }
    print(new Roles(new Databases(settings)).bootstrap());
    return 0;
  }

  private void print(Roles.Result result) {
    if (global.json) {
      ObjectNode line = JsonNodeFactory.instance.objectNode().put("event", "result");
      result.created().forEach(line.putArray("created")::add);
      result.granted().forEach(line.putArray("granted")::add);
      surroundings.out().println(JsonLine.of(line));
      return;
    }
    result.created().forEach(role -> surroundings.out().println("Made the role " + role));
    result.granted().forEach(it -> surroundings.out().println("Granted " + it));
    if (result.created().isEmpty() && result.granted().isEmpty()) {
      surroundings.out().println("All roles are there: " + String.join(", ", Roles.ALL));
    }
  }
}
