package dev.pgstow.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pgstow.catalog.CatalogDiff;
import dev.pgstow.catalog.CatalogOptions;
import dev.pgstow.drift.DeclaredSource;
import dev.pgstow.drift.DriftEngine;
import dev.pgstow.drift.DriftRequest;
import dev.pgstow.drift.DriftResult;
import dev.pgstow.migrate.CycleRequest;
import dev.pgstow.migrate.CycleResult;
import dev.pgstow.migrate.DeployRequest;
import dev.pgstow.migrate.Deployer;
import dev.pgstow.migrate.FullCycle;
import dev.pgstow.migrate.SessionLimits;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.ScratchPlace;
import dev.pgstow.postgres.ScratchServer;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.TestSessions;
import dev.pgstow.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All fixtures as one module: it goes through the full cycle, and deploys what it came from. */
class PackageCycleTest {
  @TempDir private Path folder;

  @Test
  void theModuleOfAllFixturesGoesThroughTheFullCycle() throws IOException {
    check(17);
  }

  @Tag("thorough")
  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 18})
  void theModuleOfAllFixturesGoesThroughTheFullCycleOnTheOtherMajors(int major) throws IOException {
    check(major);
  }

  private void check(int major) throws IOException {
    TestServer server = TestServer.shared(major);
    Databases databases = TestSessions.databases(server);
    String database = PackageFixtures.database(server, major, PackageFixtures.together());
    Workspace workspace = Workspace.init(folder);
    Path module = folder.resolve("packages/everything");
    PackageDumpRequest request =
        new PackageDumpRequest(
            database, RoundTrip.EVERYTHING, "everything", module, "T <t@example.com>", false, true);
    try (StagedPackage staged =
        new PackageDump(databases).stage(request, ProgressListener.none())) {
      staged.commit();
    }
    CycleResult cycle =
        new FullCycle(ScratchServer.on(databases))
            .run(
                new CycleRequest(
                    workspace, List.of("everything"), true, false, Set.of(), SessionLimits.none()),
                ProgressListener.none());
    assertEquals("", cycle.failure().map(Throwable::getMessage).orElse(""));
    List<String> stay = List.of("schemas/pg_catalog/schema", "schemas/public/schema");
    assertEquals(
        List.of(),
        cycle.modules().get(0).stillVerified().stream().filter(it -> !stay.contains(it)).toList());
    String copy = server.createDatabase();
    new Deployer(databases)
        .run(DeployRequest.of(workspace, copy, List.of("everything")), ProgressListener.none());
    CatalogDiff same =
        CatalogDiff.between(
            PackageFixtures.read(server, copy).objects().stream()
                .filter(
                    it ->
                        !it.identity().schema().orElse(it.identity().name()).equals("pgpm_migrate"))
                .toList(),
            PackageFixtures.read(server, database).objects());
    assertEquals(List.of(), same.undeclared());
    assertEquals(List.of(), same.missing());
    assertEquals(List.of(), same.changed());
    DriftResult drift =
        new DriftEngine(databases)
            .run(
                new DriftRequest(
                    copy,
                    new DeclaredSource.OfModule(workspace, "everything", module, Optional.empty()),
                    new CatalogOptions(List.of(), List.of(), true, true),
                    new ScratchPlace.Embedded()),
                ProgressListener.none());
    assertEquals(List.of(), drift.undeclared());
    assertEquals(List.of(), drift.missing());
    assertEquals(List.of(), drift.changed());
    server.dropDatabase(copy);
    server.dropDatabase(database);
  }
}
