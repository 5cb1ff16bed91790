package dev.pgstow.migrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A module on disk that a test writes line by line. */
final class TestModule {
  private static final String WHEN = " 2017-08-11T08:11:51Z Tester <tester@example.com> # a note\n";

  private final Path folder;
  private final StringBuilder plan = new StringBuilder();

  private TestModule(Path folder, String name) {
    this.folder = folder;
    plan.append("%syntax-version=1.0.0\n%project=").append(name).append("\n\n");
  }

  /** A new module below {@code packages/} of a workspace, which is made if it is missing. */
  static TestModule in(Path workspace, String name, String... requires) {
    Path folder = workspace.resolve("packages").resolve(name);
    write(workspace.resolve("pgpm.json"), "{\"packages\": [\"packages/*\"]}");
    write(
        folder.resolve(name + ".control"),
        "default_version = '0.0.1'\nrequires = '" + String.join(",", requires) + "'\n");
    TestModule module = new TestModule(folder, name);
    module.writePlan();
    return module;
  }

  /** A change, such as {@code b} or {@code b [a other:c]}. */
  TestModule change(String line, String deploy, String revert, String verify) {
    plan.append(line).append(WHEN);
    writePlan();
    String name = line.split(" ", 2)[0];
    script("deploy", name, "-- Deploy: " + name + "\n\n" + deploy + "\n");
    script("revert", name, revert + "\n");
    script("verify", name, verify + "\n");
    return this;
  }

  /** A change with scripts that say nothing on the way back. */
  TestModule change(String line, String deploy) {
    return change(line, deploy, "", "");
  }

  /** A change that makes a table of its name, and checks and undoes that. */
  TestModule table(String line) {
    String name = line.split(" ", 2)[0];
    return change(
        line,
        "CREATE TABLE " + name + " (id integer PRIMARY KEY);",
        "DROP TABLE " + name + ";",
        "SELECT id FROM " + name + " WHERE false;");
  }

  TestModule tag(String name) {
    plan.append('@').append(name).append(WHEN);
    writePlan();
    return this;
  }

  TestModule script(String kind, String change, String text) {
    write(file(kind, change), text);
    return this;
  }

  Path file(String kind, String change) {
    return folder.resolve(kind).resolve(change + ".sql");
  }

  private void writePlan() {
    write(folder.resolve("pgpm.plan"), plan.toString());
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
