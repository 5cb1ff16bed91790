package dev.pgstow.migrate;

import java.util.ArrayList;
import java.util.List;

/**
 * Scripts of a transaction that are sent together, so that the server need not wait for us between
 * small ones. As many as take some hundredths of a second.
 */
final class ScriptQueue {
  private static final int MAX_SCRIPTS = 64;
  private static final int MAX_CHARACTERS = 50_000;
  private static final long TARGET_NANOS = 20_000_000;

  /** What was queued. */
  record Entry(PendingChange change, Script script, List<String> statements) {}

  private final ChangeRunner runner;
  private final List<Entry> entries = new ArrayList<>();
  private int size = 1;
  private long characters;

  ScriptQueue(ChangeRunner runner) {
    this.runner = runner;
  }

  void add(PendingChange change, Script script) {
    List<String> statements = runner.statements(script);
    entries.add(new Entry(change, script, statements));
    characters += script.text().length();
  }

  boolean isFull() {
    return entries.size() >= size || characters >= MAX_CHARACTERS;
  }

  /**
   * Runs what was queued.
   *
   * @param afterwards for the hint of a failure
   * @return what was run
   * @throws ScriptFailure naming the change
   */
  List<Entry> flush(Aftermath afterwards) {
    long start = System.nanoTime();
    List<String> all = new ArrayList<>();
    entries.forEach(entry -> all.addAll(entry.statements()));
    try {
      runner.send(all);
    } catch (StatementFailed e) {
      throw failure(e, afterwards);
    }
    long took = System.nanoTime() - start;
    size = took < TARGET_NANOS ? Math.min(MAX_SCRIPTS, size * 2) : Math.max(1, size / 2);
    List<Entry> done = List.copyOf(entries);
    entries.clear();
    characters = 0;
    return done;
  }

  private RuntimeException failure(StatementFailed failed, Aftermath afterwards) {
    int index = failed.index();
    Entry last = entries.get(0);
    for (Entry entry : entries) {
      last = entry;
      if (index < entry.statements().size()) {
        break;
      }
      index -= entry.statements().size();
    }
    return runner.failure(
        ScriptKind.DEPLOY,
        last.change().module(),
        last.change().name(),
        last.script(),
        new StatementFailed(index, failed.error()),
        afterwards);
  }
}
