package dev.pgstow.metaschema;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pgstow.metaschema.ColumnType.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenamedValuesTest {
  private static final ValueRenamer RENAMER =
      new ValueRenamer() {
        @Override
        public String text(String column, String value) {
          return value.replace("old", column);
        }

        @Override
        public String key(String key) {
          return key.replace("old", "key");
        }
      };

  private final RenamedValues values = new RenamedValues(RENAMER);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "TEXT|old|c",
        "XML|<old/>|<c/>",
        "OTHER|(old,1)|(c,1)",
        "JSON|{\"old\" : 1, \"x\": \"old\"}|{\"key\" : 1, \"x\": \"x\"}",
        "JSONB|{\"old\" : 1, \"x\": \"old\"}|{\"key\":1,\"x\":\"x\"}",
        "PLAIN|old|old",
        "UUID|old|old",
      })
  void namesAreRenamedWhereTheTypeCanHoldThem(Kind kind, String value, String renamed) {
    assertEquals(renamed, values.of(TestTables.column("c", kind), value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "TEXT|{old,\"an old\",NULL}|{c,\"an c\",NULL}",
        "XML|{<old/>}|{<c/>}",
        "OTHER|{\"(old,1)\"}|{\"(c,1)\"}",
        "JSON|{\"[\\\"old\\\", 1]\"}|{\"[\\\"c\\\", 1]\"}",
        "JSONB|{\"[\\\"old\\\", 1]\"}|{\"[\\\"c\\\",1]\"}",
        "PLAIN|{old}|{old}",
      })
  void elementsOfArraysToo(Kind kind, String value, String renamed) {
    assertEquals(renamed, values.of(TestTables.array("c", kind), value));
  }

  @Test
  void aRowIsRenamedColumnByColumnAndStaysAsItWas() {
    MetadataTable table =
        TestTables.table(
            "s",
            "t",
            TestTables.column("id", Kind.UUID),
            TestTables.column("name", Kind.TEXT),
            TestTables.column("note", Kind.TEXT));
    String[] row = {"old", "old", null};
    assertArrayEquals(new String[] {"old", "name", null}, values.row(table, row));
    assertArrayEquals(new String[] {"old", "old", null}, row);
  }
}
