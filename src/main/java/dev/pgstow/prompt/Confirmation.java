package dev.pgstow.prompt;

/**
 * A yes-or-no question.
 *
 * @param id such as {@code overwrite}
 * @param flag the flag that says yes to it
 * @param message what is asked
 * @param suggestion the default
 */
public record Confirmation(String id, String flag, String message, boolean suggestion) {}
