package org.backpropnet.train;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.math.SplitMix;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;

/**
 * Copies of the weights along a training, to tell its story afterwards: the start, up to five on
 * the way, the end. They are taken between epochs and change nothing. Of networks that vote, the
 * story is that of the first, which was trained by itself like all of them.
 */
public final class Snapshots {
  private static final int ON_THE_WAY = 5;

  /** So many copies are held while the number of epochs is still unknown. */
  private static final int MOST = 12;

  private final Training training;
  private final List<List<Best>> starts = new ArrayList<>();
  private int every = 1;

  private Snapshots(Training training) {
    this.training = training;
  }

  /**
   * Goes through a training to its end, or until the listener stops it, and keeps snapshots.
   *
   * @param training has not begun
   * @param listener hears of every epoch
   * @return what was learned, with snapshots of the start whose weights were kept
   * @throws TrainingDivergedException if the loss runs away though the rate was halved
   */
  public static Trained run(Training training, EpochListener listener) {
    if (training.result().best() == null) {
      return training.run(listener);
    }
    Snapshots snapshots = new Snapshots(training);
    snapshots.look();
    Trained trained =
        training.run(
            report -> {
              snapshots.look();
              return listener.epoch(report);
            });
    boolean voted = trained.recipe().voters() > 1;
    return trained.withSnapshots(
        snapshots.story(voted ? training.voters().get(0) : trained.best()));
  }

  /**
   * The shape of the network whose story is told.
   *
   * @param trained what the training brought
   * @return the shape of the model, or of the first of the networks that vote in it
   */
  public static NetworkSpec network(Trained trained) {
    return Committee.member(trained.recipe().spec(), trained.recipe().voters());
  }

  /**
   * The weights from which the network set out whose story is told, drawn once more.
   *
   * @param trained what the training brought; its target is not constant
   * @return [P] weights and biases of {@link #network} before the first epoch
   */
  public static float[] start(Trained trained) {
    return start(trained, trained.recipe().voters() > 1 ? 0 : trained.best().start());
  }

  /**
   * The start weights of the whole model: where networks vote, those of all of them side by side.
   *
   * @param trained what the training brought; its target is not constant
   * @return [P] weights and biases of the model's shape before the first epoch
   */
  public static float[] together(Trained trained) {
    int voters = trained.recipe().voters();
    if (voters == 1) {
      return start(trained);
    }
    List<float[]> starts = new ArrayList<>();
    for (int m = 0; m < voters; m++) {
      starts.add(start(trained, m));
    }
    return new Committee(network(trained), voters).weights(starts);
  }

  private static float[] start(Trained trained, int number) {
    NetworkSpec spec = network(trained);
    SplitMix random = SplitMix.of(trained.plan().run().seed(), Training.STREAM, number);
    return Parameters.of(spec).draw(spec, trained.encoder().activeInputs(), random);
  }

  /** Where the training stands may already be the beginning of a further start. */
  private void look() {
    Best here = training.here(Double.NaN);
    if (here.start() >= starts.size()) {
      starts.add(new ArrayList<>());
      every = 1;
    }
    List<Best> kept = starts.get(here.start());
    if (here.epoch() % every == 0) {
      kept.add(here);
    }
    if (kept.size() > MOST) {
      every *= 2;
      kept.removeIf(snapshot -> snapshot.epoch() % every != 0);
    }
  }

  private List<Best> story(Best end) {
    List<Best> kept = new ArrayList<>(starts.get(end.start()));
    kept.removeIf(snapshot -> snapshot.epoch() >= end.epoch());
    List<Best> story = new ArrayList<>();
    int between = Math.min(ON_THE_WAY, kept.size() - 1);
    for (int i = 0; i <= between; i++) {
      story.add(kept.get(between == 0 ? 0 : i * (kept.size() - 1) / between));
    }
    story.add(end);
    return story;
  }
}
