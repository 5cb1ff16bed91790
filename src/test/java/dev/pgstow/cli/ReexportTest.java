package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.Sample;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports to where modules are already, pgstow's own or somebody else's. */
class ReexportTest {
  private static String database;

  @TempDir Path temp;

  private Path workspace;
  private Cli cli;

  @BeforeAll
  static void load() {
    database = Sample.createDatabase();
  }

  @AfterAll
  static void drop() {
    TestServer.shared().dropDatabase(database);
  }

  @BeforeEach
  void init() throws IOException {
    workspace = Files.createDirectory(temp.resolve("ws"));
    Files.writeString(workspace.resolve("pgpm.json"), "{}");
    cli = new Cli(workspace);
  }

  private void exported(String... more) {
    String[] flags = new String[more.length + 2];
    flags[0] = "--database-id";
    flags[1] = "pets";
    System.arraycopy(more, 0, flags, 2, more.length);
    assertEquals(0, cli.export(database, flags), () -> cli.err());
  }

  private Path module() {
    return workspace.resolve("packages/pets");
  }

  private void write(String path, String text) throws IOException {
    Path file = module().resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Which file each path is, and when it was changed last. */
  private static SortedMap<String, String> identities(Path folder) throws IOException {
    SortedMap<String, String> identities = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.toList()) {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        identities.put(
            folder.relativize(path).toString(),
            attributes.fileKey() + " " + attributes.lastModifiedTime());
      }
    }
    return identities;
  }

  @Test
  void whatDidNotChangeIsNotTouched() throws IOException {
    exported();
    write("notes.txt", "mine");
    write("deploy/mine.sql", "mine");
    SortedMap<String, String> pets = identities(module());
    SortedMap<String, String> service = identities(workspace.resolve("packages/pets-service"));
    exported();
    exported("--dry-run");
    exported("--yes");
    assertEquals(pets, identities(module()));
    assertEquals(service, identities(workspace.resolve("packages/pets-service")));
  }

  @Test
  void onlyTheModuleThatChangedIsReplaced() throws IOException {
    exported();
    SortedMap<String, String> pets = identities(module());
    TestServer.shared()
        .execute(database, "UPDATE metaschema_public.field SET description = 'another'");
    exported();
    assertEquals(pets, identities(module()));
    assertTrue(
        Files.readString(workspace.resolve("packages/pets-service/deploy/migrate/field.sql"))
            .contains("'another'"));
  }

  @Test
  void aModuleThatPgpmMadeKeepsWhatIsItsOwners() throws IOException {
    write(
        "pets.control", "# pets extension\ncomment = 'mine'\nrequires = 'zz'\nsuperuser = true\n");
    write("package.json", "{\"name\": \"mine\"}");
    write("src/a.txt", "mine");
    write("deploy/old.sql", "-- Deploy: old\n");
    write(
        "pgpm.plan",
        "%syntax-version=1.0.0\r\n%project=pets\r\n%uri=pets\r\n\r\n"
            + "schemas/pets_public/schema 2017-08-11T08:11:51Z A <a@b.c> # x\r\n"
            + "@v1 2024-01-15T10:00:00Z A <a@b.c> # one\r\n"
            + "gone 2017-08-11T08:11:51Z A <a@b.c> # x\r\n"
            + "@v2 2024-01-15T10:00:00Z A <a@b.c> # two\r\n");
    exported("--dry-run");
    assertTrue(cli.out().contains("Origin unknown"), () -> cli.out());
    exported();
    SortedMap<String, String> after = Trees.read(module());
    String control = after.get("pets.control");
    assertTrue(control.startsWith("# pets extension\ncomment = 'mine'\nrequires = 'zz,"), control);
    assertTrue(control.endsWith("'\nsuperuser = true\n"), control);
    assertEquals("{\"name\": \"mine\"}", after.get("package.json"));
    assertEquals("mine", after.get("src/a.txt"));
    assertFalse(after.containsKey("deploy/old.sql"));
    assertTrue(after.get("pgpm.plan").contains("\n@v1 2024-01-15T10:00:00Z A <a@b.c> # one\n"));
    assertTrue(cli.out().contains("v2"), () -> cli.out());
  }

  @Test
  void aBrokenControlFileStopsIt() throws IOException {
    write("pets.control", "requires = 'a\n");
    SortedMap<String, String> before = Trees.read(workspace.resolve("packages"));
    assertEquals(1, cli.export(database, "--database-id", "pets"));
    assertTrue(cli.err().contains("pets.control, line 1"), () -> cli.err());
    assertEquals(before, Trees.read(workspace.resolve("packages")));
  }

  @Test
  void theTwoModulesCanGoToPlacesApart() throws IOException {
    exported("--outdir", "../a/b", "--service-outdir", temp.resolve("c").toString());
    assertTrue(Files.exists(temp.resolve("a/b/pets/pgpm.plan")));
    assertTrue(Files.exists(temp.resolve("c/pets-service/pgpm.plan")));
    assertTrue(cli.err().contains("outside the workspace"), () -> cli.err());
    assertFalse(Files.exists(workspace.resolve("packages")));
  }

  @Test
  void aListOfRequiredNamesNeverMakesAModuleRequireItself() throws IOException {
    exported("--requires", "plpgsql,pets");
    assertTrue(Files.readString(module().resolve("pets.control")).contains("requires = 'plpgsql'"));
  }
}
