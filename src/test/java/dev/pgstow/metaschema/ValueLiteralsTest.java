package dev.pgstow.metaschema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pgstow.metaschema.ColumnType.Kind;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueLiteralsTest {
  private final Set<Pin> pins = EnumSet.noneOf(Pin.class);

  private String literal(MetadataColumn column, String value, ValueRenamer renamer) {
    StringBuilder out = new StringBuilder();
    new ValueLiterals(renamer).append(out, column, value, pins);
    return out.toString();
  }

  private String literal(MetadataColumn column, String value) {
    return literal(column, value, ValueRenamer.none());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          BOOLEAN     | t                             | true
          BOOLEAN     | f                             | false
          INTEGER     | -9223372036854775808          | -9223372036854775808
          NUMERIC     | 123456789012345678901234.5600 | 123456789012345678901234.5600
          NUMERIC     | 10                            | 10
          NUMERIC     | 0.09                          | 0.09
          NUMERIC     | NaN                           | 'NaN'
          NUMERIC     | -Infinity                     | '-Infinity'
          FLOAT       | 9.007199254740992e+15         | 9007199254740992
          FLOAT       | -0                            | '-0'
          FLOAT       | NaN                           | 'NaN'
          FLOAT       | Infinity                      | 'Infinity'
          UUID        | 11111111-aaaa-4bbb-8ccc-000000000001 | '11111111-aaaa-4bbb-8ccc-000000000001'
          TEXT        | NULL                          | 'NULL'
          TEXT        | it's                          | 'it''s'
          TEXT        | C:\\temp                      | E'C:\\\\temp'
          TIMESTAMPTZ | 2026-02-27 08:40:42.987654+00 | '2026-02-27T08:40:42.987654Z'
          TIMESTAMPTZ | 2026-02-27 08:40:42+00        | '2026-02-27T08:40:42.000Z'
          TIMESTAMPTZ | 2026-02-27 08:41:00.5+00      | '2026-02-27T08:41:00.500Z'
          TIMESTAMPTZ | 0001-01-01 00:00:00+00        | '0001-01-01T00:00:00.000Z'
          TIMESTAMPTZ | 10000-01-01 00:00:00+00       | '10000-01-01 00:00:00+00'
          TIMESTAMPTZ | 0044-03-15 00:00:00+00 BC     | '0044-03-15 00:00:00+00 BC'
          TIMESTAMPTZ | -infinity                     | '-infinity'
          TIMESTAMP   | 2026-02-27 08:40:42.987654    | '2026-02-27T08:40:42.987654'
          TIMESTAMP   | 2026-02-27 08:40:42           | '2026-02-27T08:40:42.000'
          TIMESTAMP   | infinity                      | 'infinity'
          TIMESTAMP   | 0044-03-15 00:00:00 BC        | '0044-03-15 00:00:00 BC'
          TIMESTAMP   | 2026-02-27                    | '2026-02-27'
          TIMESTAMP   | 2026-02-27 08:40:42.          | '2026-02-27 08:40:42.'
          MONEY       | -$1,234.56                    | '-1234.56'::numeric::money
          MONEY       | $9,080.00                     | '9080.00'::numeric::money
          PLAIN       | -1 mons +2 days               | '-1 mons +2 days'
          PLAIN       | \\xff00                       | E'\\\\xff00'
          JSONB       | {"a": 1, "b c": [true, null]} | '{"a":1,"b c":[true,null]}'
          JSONB       | null                          | 'null'
          JSONB       | "x y"                         | '"x y"'
          JSON        | {"a" :  1.0, "a": 1e5}        | '{"a" :  1.0, "a": 1e5}'
          """)
  void valuesAreWritten(Kind kind, String value, String expected) {
    assertEquals(expected, literal(TestTables.column("c", kind), value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          TEXT    | {}                                | '{}'
          TEXT    | {a,"b c",NULL,"NULL","","{x}"}    | '{a,"b c",NULL,"NULL","","{x}"}'
          TEXT    | [0:1][2:2]={{a},{"b,c"}}          | '[0:1][2:2]={{a},{"b,c"}}'
          TEXT    | {"a\\"b","c\\\\d"}                | E'{"a\\\\"b","c\\\\\\\\d"}'
          JSONB   | {"{\\"a\\": 1}","[1, 2]","null"}  | E'{"{\\\\"a\\\\":1}","[1,2]","null"}'
          JSON    | {"{\\"a\\": 1}"}                  | E'{"{\\\\"a\\\\": 1}"}'
          PLAIN   | {(1,1),(0,0);(2,2),(1,1)}         | '{(1,1),(0,0);(2,2),(1,1)}'
          INTEGER | {1,NULL}                          | '{1,NULL}'
          """)
  void arraysAreWritten(Kind kind, String value, String expected) {
    assertEquals(expected, literal(TestTables.array("c", kind), value));
  }

  @Test
  void namesAreRenamedInTextArraysAndJson() {
    ValueRenamer renamer =
        new ValueRenamer() {
          @Override
          public String text(String column, String value) {
            return value.replace("int-ernal", "por\"table").replace("?", column);
          }

          @Override
          public String key(String key) {
            return key.equals("int-ernal") ? "portable" : key;
          }
        };
    assertEquals(
        "'see por\"table in c'",
        literal(TestTables.column("c", Kind.TEXT), "see int-ernal in ?", renamer));
    assertEquals(
        "E'{NULL,\"por\\\\\"table\",\"c c\"}'",
        literal(TestTables.array("c", Kind.TEXT), "{NULL,int-ernal,\"c ?\"}", renamer));
    assertEquals(
        """
        E'{"a":{"portable":["por\\\\"table","int-ernal"],"x":"x"},"b":["b",{"k":1},"b"]}'""",
        literal(
            TestTables.column("c", Kind.JSONB),
            """
            {"a": {"int-ernal": ["int-ernal", "?"], "x": "?"}, "b": ["?", {"k": 1}, "?"]}""",
            renamer));
    assertEquals("'int-ernal'", literal(TestTables.column("c", Kind.PLAIN), "int-ernal", renamer));
  }

  @Test
  void pinsNameWhatALiteralDependsOn() {
    literal(TestTables.column("c", Kind.MONEY), "$1.00");
    literal(TestTables.column("c", Kind.XML), "a<b/>");
    literal(TestTables.array("c", Kind.PLAIN), "{NULL}");
    assertEquals(EnumSet.allOf(Pin.class), pins);
  }

  @Test
  void valuesOfUnknownStructurePinWhatTheyHold() {
    literal(TestTables.column("c", Kind.OTHER), "(1,$2.00)");
    assertEquals(EnumSet.of(Pin.LC_MONETARY), pins);
  }
}
