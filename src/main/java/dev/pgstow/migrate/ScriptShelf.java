package dev.pgstow.migrate;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Scripts that were read and will be needed again; as many as a bounded memory holds. */
final class ScriptShelf {
  private static final long MAX_CHARACTERS = 8_000_000;

  private final Map<String, Script> scripts = new HashMap<>();
  private long characters;

  /** Keeps a script, if there is room. */
  void put(PendingChange change, Script script) {
    if (characters + script.text().length() <= MAX_CHARACTERS) {
      characters += script.text().length();
      scripts.put(change.qualified(), script);
    }
  }

  /** The script, which is gone afterwards; read anew if there was no room for it. */
  Script take(PendingChange change, Supplier<Script> read) {
    Script kept = scripts.remove(change.qualified());
    return kept == null ? read.get() : kept;
  }
}
