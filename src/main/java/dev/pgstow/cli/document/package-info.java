/**
 * What the command line tells of itself beside its help: manual pages and shell completion, made
 * from the same command model.
 */
@NullMarked
package dev.pgstow.cli.document;

import org.jspecify.annotations.NullMarked;
