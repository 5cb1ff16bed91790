package dev.pgstow.source.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PageSizeTest {
  private final PageLimit limit = new PageLimit();
  private final PageSize size = new PageSize(limit);

  @Test
  void pagesThatComeQuicklyGrow() {
    size.came(200, 10, 10);
    assertEquals(400, size.rows());
  }

  @Test
  void whatAServerRefusesForOneTableIsAskedOfItForNone() {
    assertTrue(size.refused(200));
    assertEquals(100, new PageSize(limit).rows());
    size.came(100, 10, 10);
    assertEquals(100, size.rows());
  }

  @Test
  void aLargePageOfOneTableMakesNoOtherSmaller() {
    assertTrue(size.shrink());
    assertEquals(100, size.rows());
    assertEquals(200, new PageSize(limit).rows());
  }

  @Test
  void fewerThanOneRowCanNotBeAskedFor() {
    assertFalse(size.refused(1));
    assertEquals(1, size.rows());
    assertFalse(size.shrink());
  }
}
