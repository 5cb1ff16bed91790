package dev.pgstow.cli;

import dev.pgstow.wizard.Detour;
import dev.pgstow.wizard.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the wizard can do with a database besides the export, and what came of it. Thread-safe. */
final class Detours {
  private final List<String> headlines = new ArrayList<>();

  /** Those that make sense for a database now. */
  List<Detour> of(DetourSite site) {
    List<Detour> detours = new ArrayList<>();
    detours.add(new DumpDetour(site, this::noted));
    detours.add(new DataDetour(site, this::noted));
    Sources sources = new Sources(site);
    if (sources.isThereAny()) {
      detours.add(new DriftDetour(site, Optional.empty(), this::noted));
    }
    if (!sources.modules().isEmpty()) {
      detours.add(new AdoptDetour(site, Optional.empty(), this::noted));
    }
    return detours;
  }

  private synchronized Outcome noted(Outcome outcome) {
    headlines.add(outcome.headline());
    return outcome;
  }

  /** What was done, in a line each. */
  synchronized List<String> headlines() {
    return List.copyOf(headlines);
  }
}
