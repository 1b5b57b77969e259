package org.backpropnet.train;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.backpropnet.data.Table;
import org.backpropnet.function.Activation;

/**
 * Prints how many bytes one epoch allocates, for many kinds of plans. To be run in a JVM whose
 * compiler makes every object that the code names.
 */
final class AllocationProgram {
  /** The largest and the smallest go different ways through the engine, the middle one is usual. */
  private static final List<Integer> BATCHES = List.of(256, 32, 8);

  /** A whole number of all batches, and several chunks of the double engine. */
  private static final List<Integer> ROWS = List.of(512, 4096);

  /** The first epochs load classes and make what is kept. */
  private static final int WARM = 3;

  private static final ThreadMXBean COUNTER = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private AllocationProgram() {}

  /** Prints lines: target and plan; what differs; bytes. */
  public static void main(String[] arguments) {
    // On JDK 25 the counter makes objects of its own at its first use.
    bytes(Cases.pick(Cases.table(ROWS.get(0)), 0, 1, 2), "price", "optimizer=adam batchSize=32");
    for (Activation activation : Activation.values()) {
      String hidden = "hiddenLayers=17,5 activation=" + activation.label();
      for (String restraint : List.of("", " dropout=0.3 gradientClip=0.5 l1=0.001")) {
        for (int batch : BATCHES) {
          print(hidden + restraint + " optimizer=adam", ROWS.get(0), "batchSize=" + batch);
        }
      }
      for (int rows : ROWS) {
        print(hidden + " optimizer=rprop", rows, "batchSize=auto");
        print(hidden + " optimizer=adam", rows, "batchSize=" + rows);
      }
    }
  }

  private static void print(String pairs, int rows, String batch) {
    Table table = Cases.table(rows);
    long bytes = bytes(Cases.pick(table, 0, 1, 2), "price", pairs + " " + batch);
    System.out.println(String.join(";", "price, " + pairs, batch + " rows=" + rows, "" + bytes));
    bytes = bytes(Cases.pick(table, 0, 1, 3), "kind", pairs + " " + batch);
    System.out.println(String.join(";", "kind, " + pairs, batch + " rows=" + rows, "" + bytes));
  }

  private static long bytes(Table table, String target, String pairs) {
    String rest = " epochs=9 validationShare=0 weightDecay=0.001 threads=1";
    Training training = Training.start(table, target, Cases.plan(pairs + rest));
    for (int epoch = 0; epoch < WARM; epoch++) {
      training.next();
    }
    long before = COUNTER.getThreadAllocatedBytes(Thread.currentThread().getId());
    training.next();
    return COUNTER.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
  }
}
