package dev.pgstow.export;

import java.util.List;

/**
 * An action that registers something in the metadata schemas: it goes into the service module,
 * behind the metadata. Its SQL waits in a {@link TextSpool}.
 *
 * @param row the action's id, for messages
 */
record Registration(String row, String name, List<String> dependencies, String note) {}
