package org.backpropnet.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {
  private static final int NUMBERS = 5_000;

  /** The first three had needless digits before Java 19; the others are the form's corners. */
  @ParameterizedTest
  @CsvSource({
    "2.0E23",
    "1.1807E21",
    "2.2E-322",
    "0.001",
    "9.99E-4",
    "9999999.0",
    "1.0E7",
    "1.0",
    "-0.0",
    "0.0",
    "-12.5",
    "4.9E-324",
    "1.7976931348623157E308",
    "NaN",
    "-Infinity",
    "0.1",
    "3.0E-5"
  })
  void aNumberReadsAsItIsWritten(String text) {
    assertEquals(text, Decimal.text(Double.parseDouble(text)));
  }

  @Test
  void everyTextReadsBackToTheSameBitsAndIsNoLongerThanTheJdks() {
    SplitMix random = SplitMix.of(19, 1);
    for (int i = 0; i < NUMBERS; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      String text = Decimal.text(value);
      assertEquals(Double.doubleToLongBits(value), bits(text), text);
      assertTrue(text.length() <= Double.toString(value).length(), text);
      if (Runtime.version().feature() >= 19) {
        assertEquals(Double.toString(value), text);
      }
    }
  }

  @Test
  void usualNumbersReadAsTheyAlwaysDid() {
    SplitMix random = SplitMix.of(19, 2);
    for (int i = 0; i < NUMBERS; i++) {
      double value = random.nextInt(10_000) * Double.parseDouble("1e-" + random.nextInt(9));
      assertEquals(Double.toString(value), Decimal.text(value));
    }
  }

  private static long bits(String text) {
    return Double.doubleToLongBits(Double.parseDouble(text));
  }
}
