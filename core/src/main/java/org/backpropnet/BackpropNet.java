package org.backpropnet;

import org.backpropnet.data.Table;
import org.backpropnet.model.Model;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Training;
import org.backpropnet.train.TrainingPlan;

/** The front door: train a network on a table. */
public final class BackpropNet {
  private BackpropNet() {}

  /**
   * Trains a network to predict one column from all others.
   *
   * @param table the user's rows; nothing needs to be prepared
   * @param target name of the column to predict: numbers or categories
   * @param plan what the user decided; {@link TrainingPlan#recommended()} decides all by itself
   * @param listener hears of every epoch and may stop the training; what was learned is kept
   * @return the model
   * @throws org.backpropnet.data.DataException if the table has no row to learn from
   * @throws IllegalArgumentException if settings of the plan exclude each other
   */
  public static Model train(
      Table table, String target, TrainingPlan plan, EpochListener listener) {
    return new Model(Training.start(table, target, plan).run(listener));
  }

  /**
   * Trains a network with nothing set.
   *
   * @param table the user's rows
   * @param target name of the column to predict
   * @return the model
   * @throws org.backpropnet.data.DataException if the table has no row to learn from
   */
  public static Model train(Table table, String target) {
    return train(table, target, TrainingPlan.recommended(), EpochListener.SILENT);
  }
}
