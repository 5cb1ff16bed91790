package dev.pgstow.cli;

import dev.pgstow.wizard.Detour;
import dev.pgstow.wizard.Notice;
import dev.pgstow.wizard.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the wizard can do with a database besides the export, and what came of it. Thread-safe. */
final class Detours {
  private final List<String> headlines = new ArrayList<>();

  /** What is said of a database without {@code metaschema_public.database}. */
  Notice ofPlain(DetourSite site) {
    return new Notice(
        site.database() + " is not a Constructive database",
        List.of(
            "It has no metaschema_public.database, so there is nothing to export that way. What"
                + " can be done with it instead:"),
        of(site));
  }

  /** What is said of one that can be exported. */
  Notice ofConstructive(DetourSite site) {
    return new Notice(
        "What to do with " + site.database(),
        List.of("Enter on the list of databases exports it as modules. Other ways:"),
        of(site));
  }

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
