package dev.pgstow.workspace;

import java.util.List;

/** What a swap would change, module by module. */
public record Preview(List<ModulePreview> modules) {
  /** Copies the list. */
  public Preview {
    modules = List.copyOf(modules);
  }

  /** Whether any of the modules is there already. */
  public boolean anyExists() {
    return modules.stream().anyMatch(ModulePreview::exists);
  }

  /** Number of files edited by hand since the last export that would be lost. */
  public long handEdited() {
    return modules.stream().mapToLong(ModulePreview::handEdited).sum();
  }
}
