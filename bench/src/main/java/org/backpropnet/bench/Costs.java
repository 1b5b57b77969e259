package org.backpropnet.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Training;
import org.backpropnet.train.TrainingPlan;

/**
 * What our trainings cost, in a process of its own: time against rows and parameters, heap, and
 * bytes allocated per minibatch. Prints lines "topic,name,value".
 */
public final class Costs {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Costs() {}

  /**
   * Measures.
   *
   * @param args scratch folder; quick or full
   * @throws Exception if the rows cannot be read
   */
  public static void main(String[] args) throws Exception {
    boolean quick = args[1].equals("quick");
    Path folder = Path.of(args[0]);
    for (Task task : Task.all(quick)) {
      FloatTable table = new FloatTable(TaskFile.read(TaskFile.path(folder, task, "train")));
      memory(task, table);
    }
    int most = quick ? 100_000 : 1_000_000;
    for (int rows = 1_000; rows <= most; rows *= 10) {
      growth("rows", rows, rows, new Task("rows", rows, 28, 2, List.of(64, 64), WALK));
    }
    for (int width : quick ? List.of(16, 56, 181) : List.of(16, 56, 181, 575)) {
      Task task =
          new Task("parameters", quick ? 2_560 : 12_800, width, 2, List.of(width, width), WALK);
      growth("parameters", task.parameters(), task.rows(), task);
    }
  }

  private static final Task.Walk WALK = new Task.Walk("relu", 128, 1, 0.01);

  /** Best of fits of one epoch, after some that warm up. */
  private static void growth(String topic, long size, int rows, Task task) {
    FloatTable table = new FloatTable(rows(task, rows));
    double best = Double.POSITIVE_INFINITY;
    TrainingPlan plan = Ours.plan(task, 1).with(Knob.EPOCHS, "3");
    int fits = (int) Math.max(3, Math.min(200, 1e9 / ((double) rows * task.parameters())));
    for (int i = 0; i < fits; i++) {
      long start = System.nanoTime();
      Training.start(table, FloatTable.TARGET, plan).run(EpochListener.SILENT);
      best = Math.min(best, (System.nanoTime() - start) * 1e-9);
    }
    say(topic, Long.toString(size), best);
  }

  private static TaskFile rows(Task task, int rows) {
    Teacher teacher = new Teacher(task);
    SplittableRandom random = new SplittableRandom(1);
    float[] x = new float[rows * task.inputs()];
    float[] y = new float[rows];
    float[] row = new float[task.inputs()];
    for (int r = 0; r < rows; r++) {
      y[r] = teacher.draw(row, random);
      System.arraycopy(row, 0, x, r * row.length, row.length);
    }
    return new TaskFile(task.inputs(), task.classes(), x, y);
  }

  private static void memory(Task task, FloatTable table) {
    TrainingPlan plan = Ours.plan(task, 1);
    Training.start(table, FloatTable.TARGET, plan).run(EpochListener.SILENT);
    say(task.name(), "allocated bytes per minibatch", perMinibatch(task, table));
    long before = used();
    reset();
    Training training = Training.start(table, FloatTable.TARGET, plan);
    training.run(EpochListener.SILENT);
    // Peaks are noted when garbage is collected.
    long held = used() - before;
    say(task.name(), "heap held MB", held / 1e6);
    say(task.name(), "heap peak MB", (peak() - before) / 1e6);
    say(task.name(), "rows as float MB", 4e-6 * task.rows() * task.inputs());
    if (training.report() == null) {
      throw new IllegalStateException("The training did nothing.");
    }
  }

  /** What more minibatches of fewer rows allocate, so that what an epoch allocates falls out. */
  private static double perMinibatch(Task task, FloatTable table) {
    int batch = task.walk().batch();
    int other = batch == 1 ? 2 : batch / 2;
    long bytes = allocated(task, table, batch) - allocated(task, table, other);
    return (double) bytes / (minibatches(task, batch) - minibatches(task, other));
  }

  private static long minibatches(Task task, int batch) {
    return (long) task.walk().epochs() * ((task.rows() + batch - 1) / batch);
  }

  private static long allocated(Task task, FloatTable table, int batch) {
    TrainingPlan plan = Ours.plan(task, 1).with(Knob.BATCH_SIZE, Integer.toString(batch));
    long before = allocated();
    Training.start(table, FloatTable.TARGET, plan).run(EpochListener.SILENT);
    return allocated() - before;
  }

  private static long used() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void reset() {
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      pool.resetPeakUsage();
    }
  }

  /** Sum of the pools' peaks, garbage included. */
  private static long peak() {
    long sum = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      sum += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
    }
    return sum;
  }

  private static long allocated() {
    long sum = 0;
    for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      sum += Math.max(0, bytes);
    }
    return sum;
  }

  private static void say(String topic, String name, double value) {
    System.out.printf(Locale.ROOT, "%s,%s,%.6g%n", topic, name, value);
  }
}
