package dev.pgstow.cli;

import dev.pgstow.catalog.CatalogOptions;
import dev.pgstow.dump.DumpRequest;
import dev.pgstow.dump.Layout;
import dev.pgstow.dump.PackageDumpRequest;
import dev.pgstow.prompt.Answers;
import java.nio.file.Path;
import java.util.List;

/**
 * What the answers to {@link DumpQuestions} amount to.
 *
 * @param excluded schemas left out
 */
record DumpPlan(DetourSite site, Answers answers, List<String> excluded) {
  static final String CARRIED = "carried";
  static final String OWNERS = "owners";
  static final String PRIVILEGES = "privileges";

  boolean isPackage() {
    return DumpQuestions.isPackage(answers);
  }

  private boolean carries(String what) {
    return answers.list(CARRIED).map(list -> list.contains(what)).orElse(true);
  }

  boolean owners() {
    return carries(OWNERS);
  }

  boolean privileges() {
    return carries(PRIVILEGES);
  }

  private CatalogOptions options() {
    return new CatalogOptions(List.of(), excluded, owners(), privileges());
  }

  String module() {
    return answers.text(DumpQuestions.MODULE).orElseThrow();
  }

  /** The folder that is written. */
  Path folder() {
    return isPackage()
        ? site.workspace().root().resolve("packages").resolve(module())
        : site.resolve(answers.text(DumpQuestions.OUTPUT).orElseThrow());
  }

  /** Whatever is there: what would be lost is asked about before it is. */
  DumpRequest files() {
    boolean flat =
        answers.text(DumpQuestions.LAYOUT).filter(DumpQuestions.FLAT::equals).isPresent();
    Layout layout = flat ? new Layout.Flat() : new Layout.PerKind();
    return new DumpRequest(site.database(), options(), layout, folder(), true, false);
  }

  /** As {@link #files()}, for a module. */
  PackageDumpRequest packaged() {
    return new PackageDumpRequest(
        site.database(),
        options(),
        module(),
        folder(),
        answers.text(DumpQuestions.AUTHOR).orElseThrow(),
        true,
        false);
  }

  /** The command that does it again over what is there then; never with a secret in it. */
  List<String> command() {
    List<String> words = site.command("dump");
    words.addAll(List.of("--layout", answers.text(DumpQuestions.LAYOUT).orElseThrow()));
    if (isPackage()) {
      words.addAll(List.of("--module", module()));
      words.addAll(List.of("--author", answers.text(DumpQuestions.AUTHOR).orElseThrow()));
    } else {
      words.addAll(List.of("--output", site.shown(folder())));
    }
    if (!excluded.isEmpty()) {
      words.addAll(List.of("--exclude-schemas", String.join(",", excluded)));
    }
    if (!owners()) {
      words.add("--no-owner");
    }
    if (!privileges()) {
      words.add("--no-privileges");
    }
    words.add("--force");
    return words;
  }
}
