package dev.pgstow.export;

import java.util.List;

/**
 * An action that registers something in the metadata, and so belongs into the service module,
 * behind the metadata. Its SQL waits in a {@link TextSpool}.
 *
 * @param row its id, for messages
 */
record Registration(
    String row,
    String name,
    List<String> dependencies,
    String note,
    TextSpool.Place deploy,
    TextSpool.Place revert,
    TextSpool.Place verify) {}
