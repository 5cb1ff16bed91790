package dev.pgstow.config;

import java.nio.file.Path;

/** A value with what it is for and where it stands. */
public record Setting(ConfigKey key, ConfigValue value, ConfigFile.Kind kind, Path file) {}
