package org.backpropnet.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The judgement on given times; what a machine measures is no test's business. */
class SpeedCanaryTest {
  @Test
  void kernelsThatAreThreeTimesAsFastPass() {
    assertEquals("", SpeedCanary.judge(1_000, 3_000, "amd64"));
    assertEquals("", SpeedCanary.judge(1_000, 9_000, "x86_64"));
  }

  @Test
  void slowerOnesAreNamedInOneSentenceWithTheRatioAndAWayOut() {
    String warning = SpeedCanary.judge(1_000, 1_160, "amd64");
    assertTrue(warning.contains("only 1.2 times as fast"), warning);
    assertTrue(warning.contains("at least 3.0 times is usual"), warning);
    assertTrue(warning.contains("--add-modules jdk.incubator.vector"), warning);
  }

  @Test
  void processorsWithNarrowVectorsNeedHalfOfThat() {
    assertEquals("", SpeedCanary.judge(1_000, 1_500, "aarch64"));
    assertTrue(SpeedCanary.judge(1_000, 1_400, "aarch64").contains("at least 1.5 times"));
  }

  @Test
  void aClockThatStoodStillIsNoReasonToWarn() {
    assertEquals("", SpeedCanary.judge(0, 10, "amd64"));
  }
}
