package dev.pgstow.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptSurveyTest {
  @TempDir Path folder;

  private List<PendingChange> changes(int... sizes) throws IOException {
    List<PendingChange> changes = new ArrayList<>();
    for (int size : sizes) {
      Path script = folder.resolve(changes.size() + ".sql");
      Files.write(script, new byte[size]);
      changes.add(new PendingChange("m", "c" + changes.size(), script, List.of()));
    }
    return changes;
  }

  @Test
  void noMoreIsReadAtOnceThanMemoryHolds() throws IOException {
    assertEquals(2, ScriptSurvey.chunk(changes(10, 10, 1), 20).size());
    assertEquals(1, ScriptSurvey.chunk(changes(21, 1), 20).size());
    assertEquals(1, ScriptSurvey.chunk(changes(1, 20), 20).size());
    assertEquals(256, ScriptSurvey.chunk(changes(new int[300]), 20).size());
  }

  @Test
  void rolesThatMayBeMadeAreReadOffTheText() {
    assertEquals(Set.of("a"), RoleNames.made("CREATE ROLE a LOGIN").names());
    RoleNames.Made made =
        RoleNames.made("DO $$ BEGIN CREATE USER \"B\"; EXECUTE 'CREATE GROUP c'; END $$");
    assertEquals(Set.of("B", "c"), made.names());
    assertFalse(made.computed());
    for (String computed :
        List.of(
            "format('create role %I', x)",
            "format(' CREATE USER \"%s\"', x)",
            "'CREATE ROLE ' || x",
            "'CREATE ROLE \"' || x || '\"'")) {
      String body = "CREATE FUNCTION f() AS $$ BEGIN EXECUTE " + computed + "; END $$";
      assertTrue(RoleNames.mayMake(body), computed);
      assertTrue(RoleNames.made(body).computed(), computed);
    }
    assertFalse(
        RoleNames.made("DO $$ BEGIN RAISE 'could not create user %', x; END $$").computed());
  }
}
