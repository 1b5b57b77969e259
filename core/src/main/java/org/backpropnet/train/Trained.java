package org.backpropnet.train;

import java.util.List;
import org.backpropnet.data.Encoder;

/**
 * What a training brought: all that a model is made of.
 *
 * @param encoder how columns were coded
 * @param plan the user's plan
 * @param recipe the plan with every "auto" resolved
 * @param best the best weights; null if the target is constant and nothing had to be learned
 * @param history every epoch's report
 * @param notes what was decided or noticed, in sentences
 * @param state where it stands; null unless the plan asks for it
 * @param snapshots weights along the way, from the start to the best; empty unless asked for
 * @param calibration what rows held out say about the best weights; its temperature is already in
 *     them
 */
public record Trained(
    Encoder encoder,
    TrainingPlan plan,
    Recipe recipe,
    Best best,
    List<EpochReport> history,
    List<String> notes,
    TrainingState state,
    List<Best> snapshots,
    Calibration calibration) {
  /** Copies the lists. */
  public Trained {
    snapshots = List.copyOf(snapshots);
    history = List.copyOf(history);
    notes = List.copyOf(notes);
  }

  /**
   * A result without snapshots that nothing held out was asked about.
   *
   * @param encoder how columns were coded
   * @param plan the user's plan
   * @param recipe the plan with every "auto" resolved
   * @param best the best weights; null if the target is constant and nothing had to be learned
   * @param history every epoch's report
   * @param notes what was decided or noticed, in sentences
   * @param state where it stands; null unless the plan asks for it
   */
  public Trained(
      Encoder encoder,
      TrainingPlan plan,
      Recipe recipe,
      Best best,
      List<EpochReport> history,
      List<String> notes,
      TrainingState state) {
    this(encoder, plan, recipe, best, history, notes, state, List.of(), Calibration.NONE);
  }

  /**
   * The same without what is needed to go on training.
   *
   * @return a smaller record
   */
  public Trained withoutState() {
    return new Trained(encoder, plan, recipe, best, history, notes, null, snapshots, calibration);
  }

  /**
   * The same with copies of the weights along the way.
   *
   * @param story from the start to the best
   * @return a larger record
   */
  public Trained withSnapshots(List<Best> story) {
    return new Trained(encoder, plan, recipe, best, history, notes, state, story, calibration);
  }

  /**
   * The same with another plan, of which the result does not depend.
   *
   * @param same differs in what concerns only the run, such as the threads
   * @return a record that is otherwise equal
   */
  public Trained withPlan(TrainingPlan same) {
    return new Trained(encoder, same, recipe, best, history, notes, state, snapshots, calibration);
  }
}
