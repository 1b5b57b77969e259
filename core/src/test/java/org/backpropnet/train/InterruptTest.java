package org.backpropnet.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.backpropnet.data.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interrupting the thread of a training ends it before its next step. */
class InterruptTest {
  private static final Table TABLE = Cases.table(60);

  @AfterEach
  void clear() {
    Thread.interrupted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "optimizer=adam validationShare=0",
        "optimizer=adam validationShare=0 threads=3",
        "optimizer=rprop",
        "optimizer=l-bfgs weightDecay=0.01",
        "optimizer=l-bfgs weightDecay=0.01 threads=3"
      })
  void noStepFollowsAnInterrupt(String pairs) {
    Training training =
        Training.start(TABLE, "price", Cases.plan(pairs + " epochs=40 resumable=true"));
    EpochListener interrupter =
        report -> {
          if (report.epoch() == 2) {
            Thread.currentThread().interrupt();
          }
          return EpochListener.Answer.CONTINUE;
        };
    assertThrows(CancellationException.class, () -> training.run(interrupter));
    assertTrue(Thread.interrupted(), "the flag stays set for the caller");
    assertEquals(2, training.result().history().size());
    Trained stopped =
        Training.start(TABLE, "price", Cases.plan(pairs + " epochs=40 resumable=true"))
            .run(Cases.stopAfter(2));
    assertArrayEquals(stopped.best().parameters(), training.result().best().parameters());
    assertEquals(List.of(), threads());
  }

  @Test
  void thePreparationCanBeInterruptedToo() {
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class,
        () -> Training.start(TABLE, "price", TrainingPlan.recommended()));
    assertTrue(Thread.interrupted(), "the flag stays set for the caller");
  }

  @Test
  void anErrorOfTheListenerLeavesNoThreadEither() {
    Training training =
        Training.start(TABLE, "price", Cases.plan("optimizer=adam epochs=4 threads=3"));
    EpochListener broken =
        report -> {
          throw new IllegalStateException("broken");
        };
    assertThrows(IllegalStateException.class, () -> training.run(broken));
    assertEquals(List.of(), threads());
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("backpropnet-"))
        .toList();
  }
}
