/** Reading an export's source through a GraphQL API, whatever server made it. */
@NullMarked
package dev.pgstow.source.graphql;

import org.jspecify.annotations.NullMarked;
