package dev.pgstow.cli;

import dev.pgstow.testing.HostileDatabase;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** With every attack there is. */
@Tag("thorough")
class HostileDatabaseThoroughTest extends HostileDatabaseTest {
  @Override
  List<String> attacks() {
    return HostileDatabase.NAMES;
  }
}
