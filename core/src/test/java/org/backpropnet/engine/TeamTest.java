package org.backpropnet.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import org.backpropnet.math.CpuClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that do parts of the same work. */
class TeamTest {
  private static boolean anyHelper() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().startsWith("backpropnet-"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyPartIsDoneOnceInEachRoundAndNoThreadIsLeft(int size) {
    Team team = new Team(size);
    int[] expected = new int[size];
    AtomicIntegerArray done = new AtomicIntegerArray(size);
    for (int again = 0; again < 2; again++) {
      team.start();
      for (int round = 0; round < 500; round++) {
        team.run(done::incrementAndGet);
      }
      team.close();
      assertFalse(anyHelper());
    }
    for (int part = 0; part < size; part++) {
      expected[part] = done.get(part) - 1000;
    }
    assertArrayEquals(new int[size], expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void whatOnePartThrowsReachesTheCallerAndTheTeamGoesOn(int thrower) {
    Team team = new Team(3);
    team.start();
    try {
      assertThrows(
          StackOverflowError.class,
          () ->
              team.run(
                  part -> {
                    if (part == thrower) {
                      throw new StackOverflowError("on purpose");
                    }
                  }));
      AtomicIntegerArray done = new AtomicIntegerArray(3);
      team.run(done::incrementAndGet);
      assertEquals("[1, 1, 1]", done.toString());
    } finally {
      team.close();
    }
    assertFalse(anyHelper());
  }

  @Test
  void startedTeamsTakeProcessorsFromThoseThatAskHowManyAreFree() {
    int processors = Runtime.getRuntime().availableProcessors();
    Team team = new Team(processors + 1);
    assertEquals(processors, Team.free());
    team.start();
    assertEquals(1, Team.free());
    team.close();
    team.close();
    assertEquals(processors, Team.free());
  }

  private static void use(long nanos) {
    long until = CpuClock.nanos() + nanos;
    while (CpuClock.nanos() < until) {
      Thread.onSpinWait();
    }
  }

  @Test
  void theProcessorTimeOfHelpersIsCountedForWhoeverAsks() {
    LongAdder counted = new LongAdder();
    long each = 20_000_000;
    Team.count(counted);
    Team team = new Team(3);
    team.start();
    team.run(part -> use(part == 0 ? 0 : each));
    team.close();
    Team.count(null);
    long two = counted.sum();
    // Each of two helpers has used that much of its own time; waiting may add some.
    assertTrue(two >= 2 * each, "counted: " + two);
    team.start();
    team.run(part -> use(part == 0 ? 0 : each));
    team.close();
    assertEquals(two, counted.sum(), "nobody asks any longer");
  }
}
