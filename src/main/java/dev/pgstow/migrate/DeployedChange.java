package dev.pgstow.migrate;

import java.time.OffsetDateTime;

/**
 * A change in the ledger.
 *
 * @param scriptHash hex sha256 of the deploy script's bytes as they were deployed
 */
public record DeployedChange(
    String module, String change, String scriptHash, OffsetDateTime deployedAt) {}
