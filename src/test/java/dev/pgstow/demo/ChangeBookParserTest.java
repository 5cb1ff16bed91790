package dev.pgstow.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeBookParserTest {
  @Test
  void headerSaysWhatTheModuleIs() {
    ChangeBook book =
        ChangeBookParser.parse(
            "file",
            "-- %module m\n-- %comment It is\n-- %requires a,b\n\n-- %change procedures/f\n");
    assertEquals("m", book.name());
    assertEquals("It is", book.comment());
    assertEquals(List.of("a", "b"), book.requires());
  }

  @Test
  void leftOutSectionsFollowFromTheName() {
    SampleChange schema = only("-- %change schemas/app-x/schema");
    assertEquals("CREATE SCHEMA \"app-x\";", schema.deploy());
    assertEquals("DROP SCHEMA \"app-x\";", schema.revert());
    assertEquals("SELECT verify_schema('app-x');", schema.verify());
  }

  @Test
  void writtenSectionsWin() {
    SampleChange view =
        only("-- %change schemas/s/views/v\nCREATE 1;\n-- %revert\nDROP 2;\n-- %verify none\n");
    assertEquals("CREATE 1;", view.deploy());
    assertEquals("DROP 2;", view.revert());
    assertEquals("", view.verify());
  }

  @Test
  void aChangeNeedsItsTableOrSchemaAndWhatItSays() {
    List<SampleChange> changes =
        ChangeBookParser.parse(
                "b",
                """
                -- about the file
                -- %change schemas/s/schema
                -- %change schemas/s/tables/t/table
                CREATE TABLE s.t ();
                -- %change schemas/s/tables/u/table < s.t
                CREATE TABLE s.u ();
                -- %change schemas/s/tables/u/policies/enable_row_level_security < schemas/s/schema
                """)
            .changes();
    assertEquals(List.of(), changes.get(0).requires());
    assertEquals(List.of("schemas/s/schema"), changes.get(1).requires());
    assertEquals(
        List.of("schemas/s/schema", "schemas/s/tables/t/table"), changes.get(2).requires());
    assertEquals(
        List.of("schemas/s/tables/u/table", "schemas/s/schema"), changes.get(3).requires());
  }

  @Test
  void unknownDependenciesAndKindsAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> only("-- %change schemas/s/schema < s.later"));
    assertThrows(IllegalArgumentException.class, () -> only("-- %change what/ever"));
  }

  private static SampleChange only(String text) {
    return ChangeBookParser.parse("b", text).changes().get(0);
  }
}
