package dev.pgstow.wizard;

/**
 * How to reach what is read, as a person edits it. Texts are as typed; {@link Object#toString()}
 * names the place, without anything secret.
 */
public sealed interface SourceFields permits ConnectionFields, ApiFields {}
