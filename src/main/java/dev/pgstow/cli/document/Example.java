package dev.pgstow.cli.document;

/**
 * An example of a command's help.
 *
 * @param command a line for a shell
 * @param comment what it is for, or empty
 */
public record Example(String command, String comment) {}
