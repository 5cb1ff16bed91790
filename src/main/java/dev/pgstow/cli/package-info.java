/** One class per subcommand: flags to a request record, to an engine, to a printed result. */
@NullMarked
package dev.pgstow.cli;

import org.jspecify.annotations.NullMarked;
