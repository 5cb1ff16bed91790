package dev.pgstow.source;

import java.util.List;

/**
 * Finds what a module needs of its target: it looks at every script written, and asks the source
 * which extensions are installed there and which pgpm modules are deployed.
 */
public interface RequirementScan {

  /** One that doesn't look, where what is required is known. */
  static RequirementScan none() {
    return new RequirementScan() {
      @Override
      public void script(String sql) {}

      @Override
      public void table(String schema, String name) {}

      @Override
      public List<String> extensionRequires() {
        return List.of();
      }

      @Override
      public List<String> serviceRequires() {
        return List.of();
      }
    };
  }

  /** A deploy or verify script of the extension module, as read from the source. */
  void script(String sql);

  /** A metadata table whose rows go into the service module. */
  void table(String schema, String name);

  /** What the extension module requires: {@code plpgsql}, extensions, then pgpm modules. */
  List<String> extensionRequires();

  /** What the service module requires, save the extension module itself. */
  List<String> serviceRequires();
}
