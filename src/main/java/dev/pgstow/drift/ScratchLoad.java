package dev.pgstow.drift;

import dev.pgstow.catalog.Catalog;
import dev.pgstow.catalog.CatalogOptions;
import dev.pgstow.catalog.CatalogReader;
import dev.pgstow.failure.Failure;
import dev.pgstow.migrate.DeployRequest;
import dev.pgstow.migrate.Deployer;
import dev.pgstow.migrate.ScriptRoles;
import dev.pgstow.postgres.ScratchDatabase;
import dev.pgstow.postgres.ScratchPlace;
import dev.pgstow.postgres.ScratchServer;
import dev.pgstow.postgres.Session;
import dev.pgstow.postgres.SqlFailure;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Loads a source into a scratch database, which is dropped again, and reads it back. */
final class ScratchLoad {
  /** Of the server's message in English, which an embedded one speaks. */
  private static final Pattern NO_ROLE = Pattern.compile("role \"(.+)\" does not exist");

  private final ScratchPlace place;
  private final int major;
  private final Collection<String> roles;
  private final StopSwitch stop;
  private final ProgressListener listener;

  /**
   * A load.
   *
   * @param major of the live server: another one words its catalog differently
   * @param roles what the live database names
   */
  ScratchLoad(
      ScratchPlace place,
      int major,
      Collection<String> roles,
      StopSwitch stop,
      ProgressListener listener) {
    this.place = place;
    this.major = major;
    this.roles = roles;
    this.stop = stop;
    this.listener = listener;
  }

  /** The catalog of a folder's files. */
  Catalog files(SourceFolder folder, CatalogOptions options) {
    return read(
        roles,
        options,
        (server, database) -> load(server, database, folder.ordered(), folder.loose()));
  }

  /** The catalog of a module, and of what was pulled into it. */
  Catalog module(DeclaredSource.OfModule source, CatalogOptions options) {
    Set<String> all = new TreeSet<>(roles);
    ScriptRoles scripts = ScriptRoles.of(source.workspace(), List.of(source.module()));
    all.addAll(scripts.named());
    all.removeAll(scripts.made());
    List<Path> pulled = SourceFolder.scripts(source.folder().resolve(DeclaredSource.PULLED));
    return read(
        all,
        options,
        (server, database) -> {
          deploy(server, database, source);
          if (source.to().isEmpty()) {
            load(server, database, List.of(), pulled);
          }
        });
  }

  private interface Filling {
    void fill(ScratchServer server, String database);
  }

  private Catalog read(Collection<String> needed, CatalogOptions options, Filling filling) {
    stop.check();
    try (ScratchServer server = place.open(OptionalInt.of(major))) {
      if (server.isEmbedded()) {
        server.provideRoles(needed);
      }
      stop.check();
      try (ScratchDatabase scratch =
          server.create(warning -> listener.on(new ProgressEvent.Warning(warning)))) {
        filling.fill(server, scratch.name());
        try (Session session = scratch.databases().connect(scratch.name())) {
          stop.on(session::close);
          return new CatalogReader(session).read(options, ProgressListener.none());
        }
      }
    }
  }

  private void load(ScratchServer server, String database, List<Path> ordered, List<Path> loose) {
    if (ordered.isEmpty() && loose.isEmpty()) {
      return;
    }
    try (Session session = server.databases().connectForScripts(database)) {
      stop.on(session::close);
      new SourceLoader(session, refused -> mend(server, refused)).load(ordered, loose);
    }
  }

  /** Makes the role that the server misses; on one of our own it can do nothing. */
  private static boolean mend(ScratchServer server, SqlFailure refused) {
    Matcher role = NO_ROLE.matcher(refused.serverMessage());
    if (!server.isEmbedded() || !refused.sqlState().equals("42704") || !role.matches()) {
      return false;
    }
    server.provideRoles(List.of(role.group(1)));
    return true;
  }

  private void deploy(ScratchServer server, String database, DeclaredSource.OfModule source) {
    DeployRequest all = DeployRequest.of(source.workspace(), database, List.of(source.module()));
    Deployer deployer = new Deployer(server.databases());
    stop.on(deployer::cancel);
    try {
      deployer.run(source.to().map(all::to).orElse(all), ProgressListener.none());
    } catch (Failure e) {
      throw e.ident().equals("extension-unavailable") && !(place instanceof ScratchPlace.Here)
          ? Failure.failed(
              e.ident(),
              e.getMessage(),
              "Compare on a server that has it: --scratch-here makes a temporary database on the"
                  + " live server, --scratch-url names another.",
              e)
          : e;
    }
  }
}
