/** SQL text without a server: identifiers, literals, keywords, tokens. */
@NullMarked
package dev.pgstow.sql;

import org.jspecify.annotations.NullMarked;
