package dev.pgstow.source;

import java.util.List;

/**
 * Finds what a module needs of its target: it looks at every script written, and asks the source
 * which extensions are installed there and which pgpm modules are deployed.
 */
public interface RequirementScan {

  /** A deploy or verify script of the extension module, as read from the source. */
  void script(String sql);

  /** A metadata table whose rows go into the service module. */
  void table(String schema, String name);

  /** What the extension module requires: {@code plpgsql}, extensions, then pgpm modules. */
  List<String> extensionRequires();

  /** What the service module requires, save the extension module itself. */
  List<String> serviceRequires();
}
