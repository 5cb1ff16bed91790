package dev.pgstow.cli;

import dev.pgstow.prompt.Confirmation;
import dev.pgstow.workspace.ModulePreview;
import dev.pgstow.workspace.Preview;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The questions whose answer is yes or no, alike on screens and by lines. */
final class YesNo {
  static final String INCLUDE_SECRETS = "include-secrets";
  static final String INSTALL_MODULES = "install-modules";

  private YesNo() {}

  static Confirmation init(Path directory) {
    return new Confirmation(
        "init", "pgstow init", "There is no workspace here. Make one in " + directory + "?", true);
  }

  /**
   * Whether to write secrets.
   *
   * @param found a sentence that says which there are
   */
  static Confirmation includeSecrets(String found) {
    return new Confirmation(
        INCLUDE_SECRETS, "--include-secrets", found + " Write them to files?", false);
  }

  static Confirmation installModules(List<String> missing) {
    return new Confirmation(
        INSTALL_MODULES,
        "--install-modules",
        "Install missing modules (" + String.join(", ", missing) + ")?",
        false);
  }

  static Confirmation overwrite(Preview preview) {
    return new Confirmation(
        "overwrite", "--yes", "Overwrite " + existing(preview) + "?", preview.handEdited() == 0);
  }

  /** The folders of the modules that are there already. */
  static String existing(Preview preview) {
    return preview.modules().stream()
        .filter(ModulePreview::exists)
        .map(module -> module.target().directory().toString())
        .collect(Collectors.joining(" and "));
  }
}
