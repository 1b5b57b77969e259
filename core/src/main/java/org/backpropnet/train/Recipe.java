package org.backpropnet.train;

import java.util.StringJoiner;
import org.backpropnet.function.Penalty;
import org.backpropnet.math.Require;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.optimize.Optimizer;
import org.backpropnet.optimize.Schedule;

/**
 * A plan with every "auto" resolved for one table.
 *
 * @param spec the network's shape
 * @param optimizer the method
 * @param learningRate length of a step
 * @param schedule how the rate changes
 * @param epochs epochs of each start
 * @param batchSize rows per step; 0 for all rows, in double precision
 * @param restarts number of starts
 * @param vote whether all starts vote; if not, the best is kept
 * @param numbers how number columns are coded
 * @param penalty price of large weights
 */
public record Recipe(
    NetworkSpec spec,
    Optimizer optimizer,
    double learningRate,
    Schedule schedule,
    int epochs,
    int batchSize,
    int restarts,
    boolean vote,
    NumberCoding numbers,
    Penalty penalty) {

  /** Checks the ranges. */
  public Recipe {
    Require.positive("learningRate", learningRate, "A usual start is 0.001.");
    Require.atLeast("epochs", epochs, 1, "");
    Require.atLeast("batchSize", batchSize, 0, "0 stands for all rows.");
    Require.atLeast("restarts", restarts, 1, "");
    if (optimizer.fullBatchOnly() && batchSize > 0) {
      throw new IllegalArgumentException(
          "batchSize is "
              + batchSize
              + ", but the optimizer "
              + optimizer.label()
              + " looks at all rows in each step. Leave batchSize at auto.");
    }
  }

  /**
   * The same recipe with another length.
   *
   * @param number epochs of each start
   * @return a new recipe
   */
  Recipe withEpochs(int number) {
    return new Recipe(
        spec,
        optimizer,
        learningRate,
        schedule,
        number,
        batchSize,
        restarts,
        vote,
        numbers,
        penalty);
  }

  /**
   * The same recipe with another price of large weights.
   *
   * @param price per weight
   * @return a new recipe
   */
  Recipe withPenalty(Penalty price) {
    return new Recipe(
        spec, optimizer, learningRate, schedule, epochs, batchSize, restarts, vote, numbers, price);
  }

  /** The same recipe with another coding of number columns. */
  Recipe withNumbers(NumberCoding coding) {
    return new Recipe(
        spec,
        optimizer,
        learningRate,
        schedule,
        epochs,
        batchSize,
        restarts,
        vote,
        coding,
        penalty);
  }

  /** The recipe of a committee of so many networks. */
  Recipe withVoters(NetworkSpec committee, int size) {
    return new Recipe(
        committee,
        optimizer,
        learningRate,
        schedule,
        epochs,
        batchSize,
        size,
        vote,
        numbers,
        penalty);
  }

  /**
   * Networks that stand side by side in the model.
   *
   * @return 1 if none vote
   */
  public int voters() {
    return vote ? restarts : 1;
  }

  /**
   * The decisions in one line.
   *
   * @return for people
   */
  public String describe() {
    StringJoiner text = new StringJoiner(", ");
    text.add(spec.describe()).add(optimizer.label());
    if (!(optimizer instanceof Optimizer.Lbfgs)) {
      text.add("learning rate " + learningRate + " " + Labels.schedule(schedule));
    }
    text.add((optimizer instanceof Optimizer.Lbfgs ? "at most " : "") + epochs + " epochs");
    text.add(batchSize == 0 ? "all rows in each step" : batchSize + " rows per step");
    if (restarts > 1) {
      text.add(vote ? restarts + " networks vote" : "best of " + restarts + " starts");
    }
    if (numbers.bins() > 0) {
      text.add("numbers in up to " + numbers.bins() + " bins");
    }
    if (penalty.l2() > 0) {
      text.add("weight decay " + Labels.rounded(penalty.l2()));
    }
    if (penalty.l1() > 0) {
      text.add("l1 " + Labels.rounded(penalty.l1()));
    }
    return text.toString();
  }
}
