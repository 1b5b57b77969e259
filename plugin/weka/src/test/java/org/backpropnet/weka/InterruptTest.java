package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.BackpropNet;
import weka.core.Instances;
import weka.core.Utils;
import weka.gui.Logger;

class InterruptTest {
  /** The promise is 0.2 s; a busy machine gets ten times as much. */
  private static final long MOST_MILLIS = 2_000;

  private static final class Bell implements Logger {
    private final CountDownLatch rung = new CountDownLatch(1);

    @Override
    public void logMessage(String message) {}

    @Override
    public void statusMessage(String message) {
      rung.countDown();
    }
  }

  @Test
  void stopEndsATrainingAtOnceAndLeavesNoThread() throws Exception {
    Instances data = Rows.numbers(2_000);
    BackpropNet net = new BackpropNet();
    net.setOptions(Utils.splitOptions("-H 256,256 -optimizer adam -N 1000000 -threads 2"));
    Bell bell = new Bell();
    net.setLog(bell);
    AtomicReference<Exception> thrown = new AtomicReference<>();
    AtomicBoolean flag = new AtomicBoolean();
    Thread run =
        new Thread(
            () -> {
              try {
                net.buildClassifier(data);
              } catch (Exception e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted());
              }
            });
    run.start();
    assertTrue(bell.rung.await(60, TimeUnit.SECONDS), "the first epoch never came");
    run.interrupt();
    run.join(MOST_MILLIS);
    assertFalse(run.isAlive(), "still training");
    assertNotNull(thrown.get());
    assertEquals(InterruptedException.class, thrown.get().getClass());
    assertTrue(flag.get(), "callers look at the flag too");
    assertEquals(
        0,
        Thread.getAllStackTraces().keySet().stream()
            .filter(t -> t.getName().startsWith("backpropnet-"))
            .count());
    assertTrue(net.toString().contains("no model built yet"));
    net.setOptions(Utils.splitOptions("-H none -N 2"));
    net.buildClassifier(data);
    assertEquals(1, net.distributionForInstance(data.instance(0)).length);
  }

  @Test
  void stopEndsAPredictionToo() throws Exception {
    Instances data = Rows.numbers(50);
    BackpropNet net = new BackpropNet();
    net.setOptions(Utils.splitOptions("-N 2"));
    net.buildClassifier(data);
    Thread.currentThread().interrupt();
    try {
      net.distributionsForInstances(data);
      throw new AssertionError("went on though it was interrupted");
    } catch (InterruptedException expected) {
      assertTrue(Thread.interrupted());
    }
  }

  private static Instances large() {
    Instances few = Rows.numbers(2_000);
    Instances many = new Instances(few, 0);
    for (int times = 0; times < 50; times++) {
      many.addAll(few);
    }
    return many;
  }

  /** Work that lasts for minutes is told to stop a little after it began. */
  private static void stops(Callable<?> work) throws Exception {
    AtomicReference<Object> end = new AtomicReference<>();
    CountDownLatch begun = new CountDownLatch(1);
    Thread run =
        new Thread(
            () -> {
              begun.countDown();
              try {
                end.set(work.call());
              } catch (Exception e) {
                end.set(e);
              }
            });
    run.start();
    begun.await();
    Thread.sleep(1_500);
    run.interrupt();
    run.join(MOST_MILLIS);
    assertFalse(run.isAlive(), "still at it");
    assertEquals(InterruptedException.class, end.get().getClass(), () -> end.get().toString());
  }

  /** One step over all rows of this table takes seconds; a Stop must not wait for its end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-optimizer l-bfgs -threads 2",
        "-optimizer l-bfgs -threads 1 -V 0.5",
        "-optimizer adam -batch 1000000 -threads 2",
        "-optimizer adam -threads 1"
      })
  void stopDoesNotWaitForTheEndOfALongStep(String options) throws Exception {
    Instances data = large();
    stops(
        () -> {
          BackpropNet net = new BackpropNet();
          net.setOptions(Utils.splitOptions("-H 256,256 -N 1000000 " + options));
          net.buildClassifier(data);
          return net;
        });
  }

  @Test
  void stopEndsACrossValidation() throws Exception {
    Instances data = large();
    BackpropNet net = new BackpropNet();
    net.setOptions(Utils.splitOptions("-H 256,256 -N 1000000"));
    stops(
        () -> {
          Evaluation evaluation = new Evaluation(data);
          evaluation.crossValidateModel(net, data, 10, new Random(1));
          return evaluation;
        });
  }

  @Test
  void stopEndsAPredictionOfManyRows() throws Exception {
    BackpropNet net = new BackpropNet();
    net.setOptions(Utils.splitOptions("-H 2000,2000 -N 1 -optimizer adam"));
    net.buildClassifier(Rows.numbers(50));
    Instances data = large();
    stops(() -> net.distributionsForInstances(data));
  }
}
