package org.backpropnet;

import java.io.IOException;
import java.nio.file.Path;
import org.backpropnet.data.Table;
import org.backpropnet.io.ModelFile;
import org.backpropnet.model.Model;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Training;
import org.backpropnet.train.TrainingPlan;

/** The front door: train a network on a table, save it, load it. */
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
  public static Model train(Table table, String target, TrainingPlan plan, EpochListener listener) {
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

  /**
   * Saves a model to a file.
   *
   * @param model the model
   * @param path the file; an older one of that name is replaced
   * @throws IOException if the disk does not take it
   */
  public static void save(Model model, Path path) throws IOException {
    ModelFile.write(model, path);
  }

  /**
   * Loads a model from a file.
   *
   * @param path a file that was saved before, on any machine
   * @return the model
   * @throws org.backpropnet.io.ModelFileException if the file is missing, cut off, altered, of a
   *     newer version, or no model at all
   * @throws IOException if the disk fails
   */
  public static Model load(Path path) throws IOException {
    return ModelFile.read(path);
  }
}
