package org.backpropnet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.backpropnet.testing.ChildJvm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Many trainings in one JVM, four at a time, with one, two and three threads each: some end by
 * themselves, some are stopped, left half way, broken by their listener, or interrupted at any
 * moment. Afterwards the JVM is as it was.
 */
class SoakTest {
  /**
   * What a training may leave behind. Its thread object alone takes more, its rows and weights a
   * hundred times as much; what the JVM itself comes to keep was below 10 bytes a training.
   */
  private static final int BYTES_PER_TRAINING = 100;

  private static List<String> printed;

  @BeforeAll
  static void soak() throws IOException, InterruptedException {
    // On a single processor no number of free ones could tell whether a team still counts as busy.
    printed = ChildJvm.run(List.of("-XX:ActiveProcessorCount=2"), SoakProgram.class, List.of());
  }

  /** What follows a word at the beginning of a line. */
  private static List<String> after(String word) {
    List<String> rest = new ArrayList<>();
    for (String line : printed) {
      if (line.startsWith(word + " ")) {
        rest.add(line.substring(word.length() + 1));
      }
    }
    return rest;
  }

  @Test
  void everyTrainingEndsAsItShouldWithTheBitsThatItHasAlone() {
    Set<String> ways = new HashSet<>();
    int trainings = 0;
    for (String line : after("end")) {
      ways.add(line.substring(0, line.indexOf(':')));
      trainings += Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1));
    }
    assertEquals(
        Set.of(
            "ALONE with the same bits",
            "STOPPED with the same bits",
            "ABANDONED with the same bits",
            "FAILED as meant",
            "INTERRUPTED and flagged"),
        ways);
    assertEquals(SoakProgram.TRAININGS, trainings);
  }

  @Test
  void noThreadIsLeftBehind() {
    assertEquals(List.of(), after("thread"));
    assertEquals(List.of("0"), after("live"));
  }

  @Test
  void allProcessorsAreFreeAgain() {
    assertEquals(List.of("0"), after("processors"));
  }

  @Test
  void noMemoryIsHeldBack() {
    long grown = Long.parseLong(after("bytes").get(0));
    int trainings = SoakProgram.TRAININGS - SoakProgram.EARLY;
    assertTrue(grown < (long) BYTES_PER_TRAINING * trainings, grown + " bytes more than before");
  }
}
