package org.backpropnet.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.backpropnet.data.Table;
import org.backpropnet.math.Kernels;
import org.backpropnet.model.Model;
import org.backpropnet.model.Predictor;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Training;
import org.backpropnet.train.TrainingPlan;

/** Backprop Net, driven as any user of the core drives it. */
final class Ours implements Contestant {
  private final Task task;
  private final Table training;
  private final Table test;
  private final TrainingPlan plan;
  private Model model;
  private Predictor predictor;

  Ours(Task task, Path folder, int threads) throws IOException {
    this.task = task;
    training = new FloatTable(TaskFile.read(TaskFile.path(folder, task, "train")));
    test = new FloatTable(TaskFile.read(TaskFile.path(folder, task, "test")));
    plan = plan(task, threads);
  }

  /** The task's settings in our words. */
  static TrainingPlan plan(Task task, int threads) {
    return TrainingPlan.recommended()
        .with(Knob.HIDDEN_LAYERS, task.hiddenText())
        .with(Knob.OPTIMIZER, "momentum")
        .with(Knob.MOMENTUM, "0.9")
        .with(Knob.WEIGHT_DECAY, "0")
        .with(Knob.LEARNING_RATE, Double.toString(task.walk().rate()))
        .with(Knob.BATCH_SIZE, Integer.toString(task.walk().batch()))
        .with(Knob.EPOCHS, Integer.toString(task.walk().epochs()))
        .with(Knob.SCHEDULE, "constant")
        .with(Knob.VALIDATION_SHARE, "0")
        .with(Knob.THREADS, Integer.toString(threads));
  }

  @Override
  public void fit(long seed) {
    Training run = Training.start(training, FloatTable.TARGET, plan.withSeed(seed));
    model = new Model(run.run(EpochListener.SILENT));
    predictor = model.bind(test.columns());
  }

  @Override
  public long samples() {
    return (long) training.rowCount() * task.walk().epochs();
  }

  @Override
  public double[][] predict() {
    return model.predict(test);
  }

  /** As the Weka plugin does it: the columns are looked up once. */
  @Override
  public double[] predict(int row) {
    return predictor.predict(test, row);
  }

  Model model() {
    return model;
  }

  @Override
  public String describe() {
    return "Java " + System.getProperty("java.version") + " with " + Kernels.best();
  }
}
