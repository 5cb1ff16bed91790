package dev.pgstow.doctor;

import dev.pgstow.progress.ProgressText;
import java.util.ArrayList;
import java.util.List;

/** The server: version, settings, room. */
record ServerCheck(String location, String version, int major, ServerFacts facts) implements Check {
  private static final String TOPIC = "server";
  private static final int OLDEST = 14;
  private static final int NEWEST = 18;
  private static final int FEW = 3;

  @Override
  public List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    found.add(Finding.ok(TOPIC, "server-reached", location + ", PostgreSQL " + version));
    if (major < OLDEST) {
      found.add(
          Finding.problem(
              TOPIC,
              "server-too-old",
              "PostgreSQL " + version + " is older than 14.",
              "dump, drift, pull and adopt take 14 to 18; export may work."));
    } else if (major > NEWEST) {
      found.add(
          Finding.warning(
              TOPIC,
              "server-too-new",
              "PostgreSQL " + version + " is newer than this pgstow knows.",
              "What it has that 18 has not is not exported or dumped; look for a newer pgstow."));
    }
    if (!facts.encrypted() && !facts.local()) {
      found.add(
          Finding.warning(
              TOPIC,
              "not-encrypted",
              "The connection goes to another machine without TLS.",
              "Try --sslmode require, or verify-full with sslrootcert."));
    }
    if (facts.standby()) {
      found.add(
          Finding.note(
              TOPIC,
              "read-only",
              "The server is a standby, or read-only by default.",
              "export, dump, drift and data work; deploy and revert want the primary."));
    }
    if (!facts.encoding().equals("UTF8")) {
      found.add(
          Finding.warning(
              TOPIC,
              "encoding",
              "The database's encoding is " + facts.encoding() + ", not UTF8.",
              "Values that are not valid text stop an export."));
    }
    if (!facts.statementTimeout().equals("0")) {
      found.add(
          Finding.warning(
              TOPIC,
              "statement-timeout",
              "The server ends statements after " + facts.statementTimeout() + ".",
              "Large tables take longer: PGOPTIONS='-c statement_timeout=0'."));
    }
    if (facts.tables() > facts.lockSlots()) {
      found.add(
          Finding.warning(
              TOPIC,
              "few-locks",
              "There are "
                  + ProgressText.count(facts.tables(), "table")
                  + " and room for "
                  + ProgressText.count(facts.lockSlots(), "lock")
                  + "; dump and drift lock them all.",
              "Raise max_locks_per_transaction, or use --schemas."));
    }
    if (facts.freeConnections() < FEW) {
      found.add(
          Finding.warning(
              TOPIC,
              "few-connections",
              "Only " + Math.max(0, facts.freeConnections()) + " connections are left.",
              "Close others, or raise max_connections; --jobs 1 needs few."));
    }
    return found;
  }
}
