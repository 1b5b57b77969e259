package org.backpropnet.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamStopTest {
  /** Each part would go on for ever; the caller is told to stop while all of them work. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  @Timeout(60)
  void allPartsOfATaskEndWhenItsCallerIsToldToStop(int size) {
    Team team = new Team(size);
    AtomicInteger working = new AtomicInteger();
    Thread caller = Thread.currentThread();
    team.start();
    try {
      assertThrows(
          CancellationException.class,
          () ->
              team.run(
                  part -> {
                    if (working.incrementAndGet() == size) {
                      caller.interrupt();
                    }
                    while (true) {
                      team.listen();
                    }
                  }));
      assertTrue(Thread.interrupted(), "the flag must stay set");
      AtomicInteger done = new AtomicInteger();
      team.run(part -> done.incrementAndGet());
      assertEquals(size, done.get(), "the next task finds nothing left of the last");
    } finally {
      team.close();
    }
  }

  @Test
  void aTaskOfACallerWhoWasToldToStopDoesNotBegin() {
    Team team = new Team(1);
    AtomicInteger begun = new AtomicInteger();
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> team.run(part -> begun.incrementAndGet()));
    assertTrue(Thread.interrupted());
    assertEquals(0, begun.get());
  }
}
