package dev.pgstow.rename;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a'|1",
        "'a  '|3",
        "'a b'|2",
        "'a--b'|4",
        "'a--b\nc'|5",
        "'a/*b*/c'|6",
        "'a/*/x*/c'|7",
        "'a/*b'|4",
        "'a /**/--\n\tc'|10",
        "'a-b'|1",
        "'a/b'|1",
      })
  void blanksAndCommentsAreSkipped(String sql, int end) {
    assertEquals(end, Dots.skipBlank(sql, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.b|true",
        "a . b|true",
        "a/*.*/.\"b\"|true",
        "a.|false",
        "a|false",
        "a.*|false",
        "a..b|false",
        "a b|false",
        "a.*(|true",
        "a.* /**/ (|true",
        "a.* b(|false",
        "a.+|true",
      })
  void aDotAndANameQualify(String sql, boolean qualifies) {
    assertEquals(qualifies, Dots.qualifies(sql, 1, false));
  }

  @ParameterizedTest
  @CsvSource({"a.*,true", "a.**,true", "a.b,true", "a..,false", "a.,false", "a,false"})
  void aStarIsAnOperatorWhereOneIsNamed(String sql, boolean qualifies) {
    assertEquals(qualifies, Dots.qualifies(sql, 1, true));
  }

  @Test
  void operatorsAreMadeOfSigns() {
    "+-*/<>=~!@#%^&|`?".chars().forEach(c -> assertTrue(Dots.isSign((char) c)));
    "a. (),;:$'\"_".chars().forEach(c -> assertFalse(Dots.isSign((char) c)));
  }
}
