package dev.pgstow.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleInstallerTest {
  @TempDir Path root;
  private final List<String> said = new ArrayList<>();
  private final FakeNpm npm =
      new FakeNpm()
          .module(
              "@pgpm/metaschema-modules",
              "0.16.4",
              "metaschema-modules",
              "'@pgpm/services': '0.16.3', '@pgpm/verify': '0.16.0'".replace('\'', '"'))
          .module("@pgpm/services", "0.16.3", "services", "\"@pgpm/verify\": \"0.15.0\"")
          .module("@pgpm/verify", "0.16.0", "pgpm-verify", "");

  @Test
  void installsAModuleWithWhatItDependsOnDependenciesFirst() throws IOException {
    List<Installed> installed = install("metaschema-modules");

    assertEquals(
        List.of(
            new Installed(
                "@pgpm/verify", "pgpm-verify", "0.16.0", root.resolve("extensions/@pgpm/verify")),
            new Installed(
                "@pgpm/services", "services", "0.16.3", root.resolve("extensions/@pgpm/services")),
            new Installed(
                "@pgpm/metaschema-modules",
                "metaschema-modules",
                "0.16.4",
                root.resolve("extensions/@pgpm/metaschema-modules"))),
        installed);
    assertEquals(
        List.of("@pgpm/metaschema-modules", "@pgpm/services@0.16.3", "@pgpm/verify@0.16.0"),
        npm.asked);
    assertTrue(
        said.contains("@pgpm/verify 0.16.0 stays; @pgpm/services asks for 0.15.0."), "" + said);
    assertEquals(
        List.of(
            "extensions",
            "extensions/@pgpm",
            "extensions/@pgpm/metaschema-modules",
            "extensions/@pgpm/services",
            "extensions/@pgpm/verify"),
        tree(3));
    assertEquals(
        "SELECT 1;\n",
        Files.readString(root.resolve("extensions/@pgpm/verify/deploy/schemas/a.sql")));
  }

  @Test
  void whatIsThereIsNotFetchedButItsDependenciesAre() throws IOException {
    install("metaschema-modules");
    FolderTree.delete(root.resolve("extensions/@pgpm/verify"));
    npm.asked.clear();

    List<Installed> installed = install("metaschema-modules");

    assertEquals(List.of("@pgpm/verify"), installed.stream().map(Installed::npmName).toList());
    assertEquals(List.of("@pgpm/verify@0.16.0"), npm.asked);
    assertEquals(List.of(), install("metaschema-modules"));
  }

  @Test
  void aCycleOfDependenciesIsNoProblem() {
    npm.module("@acme/a", "1.0.0", "a", "\"@acme/b\": \"1.0.0\"")
        .module("@acme/b", "1.0.0", "b", "\"@acme/a\": \"1.0.0\"");

    assertEquals(
        List.of("b", "a"), install("@acme/a@^1.0.0").stream().map(Installed::controlName).toList());
  }

  @Test
  void aDependencyThatIsNoModuleIsLeftOutWithANote() throws IOException {
    npm.module("@acme/a", "1.0.0", "a", "\"lodash\": \"^4.0.0\", \"b\": \"file:../b\"")
        .with("lodash", new PackageTarball().file("package/package.json", "{\"name\":\"lodash\"}"));

    assertEquals(1, install("@acme/a").size());
    assertTrue(said.contains("lodash is no pgpm module; left out."), "" + said);
    assertTrue(
        said.contains("A dependency of @acme/a is no registry package; left out."), "" + said);
    assertEquals(List.of("extensions", "extensions/@acme", "extensions/@acme/a"), tree(3));
  }

  @Test
  void aModuleTheWorkspaceHasElsewhereIsLeftOut() throws IOException {
    new ModuleInstaller(root, Path.of("extensions"), npm, Set.of("pgpm-verify"))
        .install(List.of("services"), said::add);

    assertFalse(Files.exists(root.resolve("extensions/@pgpm/verify")));
    assertTrue(Files.exists(root.resolve("extensions/@pgpm/services")));
  }

  @Test
  void anExactVersionThatConflictsWithTheOneThereIsRefused() throws IOException {
    install("pgpm-verify");

    assertFailure("module-other-version", "@pgpm/verify@0.20.0");
    assertFailure("module-other-version", "pgpm-verify@0.20.0");
    assertEquals(List.of(), install("pgpm-verify@0.16.0"));
  }

  @Test
  void aNameWithoutAPackageIsAUsageError() {
    assertEquals(ExitCode.USAGE, assertFailure("module-unknown", "plpgsql").exitCode());
    assertFailure("module-unknown", "@acme/a@file:../b");
    assertFailure("module-unknown", "pgpm-verify@");
  }

  @Test
  void ifOneOfSeveralCanNotBeHadNoneIsInstalled() throws IOException {
    npm.module("@acme/a", "1.0.0", "a", "\"@acme/lost\": \"1.0.0\"");

    assertFailure("npm-failed", "@acme/a");
    assertEquals(List.of(), tree(9));
  }

  @Test
  void aHostileTarballLeavesNothing() throws IOException {
    npm.with(
        "@acme/a",
        PackageTarball.module("@acme/a", "1.0.0", "a", "").file("package/../../../evil", "x"));
    npm.with(
        "@acme/b",
        PackageTarball.module("@acme/b", "1.0.0", "b", "")
            .entry("package/l", TarConstants.LF_SYMLINK, "/"));

    assertFailure("tarball-unsafe", "@acme/a");
    assertFailure("tarball-unsafe", "@acme/b");
    assertEquals(List.of(), tree(9));
  }

  @Test
  void aPackageThatIsNoModuleOrNotTheOneWantedIsRefused() throws IOException {
    npm.with("@acme/plain", new PackageTarball().file("package/package.json", "{}"))
        .module("@acme/renamed", "1.0.0", "x", "")
        .with("@acme/liar", PackageTarball.module("@acme/other", "1.0.0", "a", ""))
        .with(
            "@acme/two",
            PackageTarball.module("@acme/two", "1.0.0", "a", "").file("package/b.control", ""))
        .with(
            "@acme/project",
            new PackageTarball()
                .file("package/package.json", "{\"name\": \"@acme/project\"}")
                .file("package/a.control", "")
                .file("package/pgpm.plan", "%project=b\n"))
        .with(
            "@acme/json",
            new PackageTarball()
                .file("package/package.json", "{")
                .file("package/a.control", "")
                .file("package/pgpm.plan", "%project=a\n"))
        .module("@pgpm/uuid", "1.0.0", "another", "");

    for (String name :
        List.of("@acme/plain", "@acme/liar", "@acme/two", "@acme/project", "@acme/json")) {
      assertFailure("module-not-a-pgpm-module", name);
    }
    Failure uuid = assertFailure("module-not-a-pgpm-module", "pgpm-uuid");
    assertTrue(uuid.getMessage().contains("another, not pgpm-uuid"), uuid.getMessage());
    assertEquals(List.of(), tree(9));
  }

  @Test
  void twoPackagesOfOneModuleAreRefused() throws IOException {
    npm.module("@evil/verify", "1.0.0", "pgpm-verify", "");

    assertFailure("module-name-taken", "pgpm-verify", "@evil/verify");
    assertEquals(List.of(), tree(9));
  }

  @Test
  void aFolderThatIsNoModuleIsNotOverwritten() throws IOException {
    Path mine = Files.createDirectories(root.resolve("extensions/@pgpm/verify")).resolve("mine");
    Files.writeString(mine, "mine");

    assertFailure("module-folder-taken", "pgpm-verify");
    assertEquals("mine", Files.readString(mine));
  }

  @Test
  void modulesStayInsideTheWorkspace(@TempDir Path outside) throws IOException {
    for (Path folder : List.of(Path.of("../x"), outside, Path.of("."))) {
      Failure failure =
          assertThrows(
              Failure.class,
              () -> new ModuleInstaller(root, folder, npm).install(List.of("services"), said::add));
      assertEquals("extensions-outside-workspace", failure.ident());
    }
    Files.createDirectory(root.resolve("extensions"));
    Files.createSymbolicLink(root.resolve("extensions/@pgpm"), outside);

    assertFailure("extensions-outside-workspace", "pgpm-verify");
    assertEquals(List.of(), List.of(outside.toFile().list()));
  }

  @Test
  void aFileInPlaceOfTheExtensionsFolderIsSaidToBeInTheWay() throws IOException {
    Files.writeString(root.resolve("extensions"), "mine");

    Failure failure = assertFailure("install-write", "pgpm-verify");

    assertTrue(failure.getMessage().endsWith("extensions is in the way."), failure.getMessage());
    assertEquals("mine", Files.readString(root.resolve("extensions")));
  }

  @Test
  void whatAKilledRunLeftIsRemovedAndALivingRunsIsNot() throws IOException {
    Path dead = Files.createDirectories(root.resolve("extensions/.pgstow-install-dead/1/deploy"));
    Files.createFile(root.resolve("extensions/.pgstow-install-dead/lock"));
    Path newborn = Files.createDirectories(root.resolve("extensions/.pgstow-install-newborn"));
    ExtensionsFolder extensions = new ExtensionsFolder(root, Path.of("extensions"));

    try (InstallStaging living = InstallStaging.open(extensions)) {
      Path used = living.newFolder();
      install("pgpm-verify");
      assertTrue(Files.exists(used));
    }

    assertFalse(Files.exists(dead));
    assertTrue(Files.exists(newborn));
  }

  @Test
  void anInterruptedRunLeavesNothing() throws IOException {
    Npm interrupting =
        (spec, destination) -> {
          Path tarball = npm.pack(spec, destination);
          Thread.currentThread().interrupt();
          return tarball;
        };

    Failure failure =
        assertThrows(
            Failure.class,
            () ->
                new ModuleInstaller(root, Path.of("extensions"), interrupting)
                    .install(List.of("services"), said::add));

    assertTrue(Thread.interrupted());
    assertEquals("interrupted", failure.ident());
    assertEquals(List.of(), tree(9));
  }

  private List<Installed> install(String... names) {
    return new ModuleInstaller(root, Path.of("extensions"), npm).install(List.of(names), said::add);
  }

  private Failure assertFailure(String ident, String... names) {
    Failure failure = assertThrows(Failure.class, () -> install(names));
    assertEquals(ident, failure.ident(), failure.getMessage());
    return failure;
  }

  private List<String> tree(int depth) throws IOException {
    try (Stream<Path> all = Files.walk(root, depth)) {
      return all.filter(path -> !path.equals(root))
          .map(path -> root.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
