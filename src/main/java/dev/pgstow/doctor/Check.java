package dev.pgstow.doctor;

import java.util.List;

/** Looks at one thing; says what is wrong with it instead of failing. */
public interface Check {
  /** What was found, in the order it was looked at. */
  List<Finding> findings();
}
