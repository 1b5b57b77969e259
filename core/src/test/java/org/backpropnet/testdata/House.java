package org.backpropnet.testdata;

import java.util.Set;

/**
 * One generated sale.
 *
 * @param zip label of the zip
 * @param facts the true facts, also of cells that are left empty in the table
 * @param truth dollars per square foot without noise
 * @param price dollars per square foot, what stands in the table
 * @param blanks columns that are left empty in the table
 */
record House(String zip, HouseFacts facts, double truth, double price, Set<HouseStep> blanks) {
  /** Copies the set. */
  House {
    blanks = Set.copyOf(blanks);
  }
}
