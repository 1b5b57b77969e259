package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import weka.core.Version;

/** The build runs all tests twice, on Weka's stable and on its development version. */
class WekaVersionTest {
  @Test
  void theTestsRunOnTheWekaThatTheBuildNames() {
    String named = System.getProperty("backpropnet.wekaVersion");
    // The released 3.8.7 calls itself 3.8.8-SNAPSHOT, so only the line "3.8." can be compared.
    String line = named.substring(0, named.lastIndexOf('.') + 1);
    assertTrue(Version.VERSION.startsWith(line), () -> Version.VERSION + " runs, not " + named);
  }
}
