package dev.pgstow.rows;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sessions of one run at a time, and how to stop it. Closing closes them. */
final class OpenSessions implements AutoCloseable {
  private final List<Session> sessions = new ArrayList<>();
  private Optional<ReadingCrew> crew = Optional.empty();
  private boolean cancelled;

  /** This, for a run to close. */
  OpenSessions begin() {
    return this;
  }

  Session connect(Databases databases, String database) {
    check();
    Session session = databases.connect(database);
    synchronized (this) {
      sessions.add(session);
    }
    check();
    return session;
  }

  /** From now on a crew is to be stopped, not only its sessions. */
  void during(ReadingCrew working) {
    synchronized (this) {
      crew = Optional.of(working);
    }
    check();
  }

  /**
   * Stops here if the run was cancelled.
   *
   * @throws Failure {@code interrupted}
   */
  synchronized void check() {
    if (cancelled) {
      throw cancelled();
    }
  }

  private static Failure cancelled() {
    return Failure.interrupted("Cancelled. Nothing was written.");
  }

  void cancel() {
    Optional<ReadingCrew> working;
    List<Session> running;
    synchronized (this) {
      cancelled = true;
      working = crew;
      running = List.copyOf(sessions);
    }
    working.ifPresent(it -> it.stop(cancelled()));
    if (working.isEmpty()) {
      running.forEach(Session::cancel);
    }
  }

  /** Why a run failed: what a cancelled statement says is only a consequence. */
  synchronized Failure reason(Failure failure) {
    return cancelled && !failure.ident().equals("interrupted") ? cancelled() : failure;
  }

  /** The run is over; what cancelled it does not concern the next one. */
  synchronized void release() {
    cancelled = false;
  }

  @Override
  public void close() {
    List<Session> ended;
    synchronized (this) {
      ended = List.copyOf(sessions);
      sessions.clear();
      crew = Optional.empty();
    }
    ended.forEach(Session::close);
  }
}
