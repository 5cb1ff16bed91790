package dev.pgstow.workspace;

import java.util.List;
import java.util.Map;

/**
 * What a module's own files say.
 *
 * @param author {@code Name <email>}, or a name alone
 * @param description for the package.json and README of a new module
 * @param requires what the control file requires
 * @param repoName repository name in a new package.json
 * @param username owner of that repository
 * @param source what it was exported from, without secrets
 * @param answers the answers that made it, without secrets, for {@code .pgstow.json}
 */
public record ModuleSpec(
    String author,
    String description,
    List<String> requires,
    String repoName,
    String username,
    String source,
    Map<String, Object> answers) {}
