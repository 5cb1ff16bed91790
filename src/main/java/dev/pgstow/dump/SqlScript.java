package dev.pgstow.dump;

import dev.pgstow.catalog.CatalogObject;
import java.util.List;

/** Objects as one script that psql loads. */
public final class SqlScript {
  private SqlScript() {}

  /**
   * A script.
   *
   * @param heading its first line, a comment
   * @param objects in an order in which they load
   */
  public static String of(String heading, List<CatalogObject> objects) {
    StringBuilder script = new StringBuilder(heading).append("\n\n").append(LayoutWriter.PROLOGUE);
    objects.forEach(object -> script.append('\n').append(ObjectText.of(object)));
    return script.toString();
  }
}
