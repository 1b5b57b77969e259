package org.backpropnet.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicIntegerArray;
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
}
