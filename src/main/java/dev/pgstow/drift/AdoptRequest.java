package dev.pgstow.drift;

import dev.pgstow.migrate.SessionLimits;
import dev.pgstow.postgres.ScratchPlace;

/**
 * What to adopt.
 *
 * @param database the one that has the objects
 * @param source the module
 * @param place where the module is deployed to be compared with
 */
public record AdoptRequest(
    String database, DeclaredSource.OfModule source, ScratchPlace place, SessionLimits limits) {}
