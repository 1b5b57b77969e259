package org.backpropnet.explain;

import java.util.Arrays;
import org.backpropnet.data.Split;
import org.backpropnet.model.Model;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Training;
import org.backpropnet.train.TrainingPlan;

/**
 * Who is judged on which rows. Where the training held no rows out, a twin, trained in the same way
 * on four fifths of the rows, is judged on the last fifth, so that the error is honest.
 *
 * @param kind heldout, twin, other (another table than the one learned from) or learned
 * @param judged the network itself, or its twin
 * @param line the best network without bends, from the same rows
 * @param rows rows that neither has seen, unless the kind is learned
 * @param answers what the judged network answers them
 */
record Judge(String kind, Model judged, Model line, Excerpt rows, double[][] answers) {
  private static final int TWIN_FROM = 10;
  private static final int MOST_JUDGED = 20_000;
  private static final int FEWEST_JUDGED = 400;

  /** Multiplications that one look at the judged rows may take. */
  private static final double WORK = 8e8;

  private static final int MOST_FOR_LINE = 2_000;

  static Judge of(Subject s) {
    Split parts = s.parts;
    if (parts == null) {
      return judge(s, "other", s.usable, s.usable);
    }
    if (parts.validation().length > 0) {
      return judge(s, "heldout", parts.training(), s.judged());
    }
    if (s.usable.length < TWIN_FROM) {
      return judge(s, "learned", s.usable, s.usable);
    }
    long seed = s.model.trained().plan().run().seed();
    Split split = Split.stratified(s.table, s.target, s.usable, new Split.Share(0.2, seed + 1));
    if (split.validation().length == 0) {
      return judge(s, "learned", s.usable, s.usable);
    }
    return judge(s, "twin", split.training(), split.validation());
  }

  private static Judge judge(Subject s, String kind, int[] learned, int[] rows) {
    double room = Math.max(FEWEST_JUDGED, WORK / s.spec.parameterCount());
    int most = (int) Math.min(MOST_JUDGED, room);
    Excerpt judged = new Excerpt(s.table, Excerpt.pick(rows, most));
    Model who = kind.equals("twin") ? twin(s, learned) : s.model;
    Model line = line(s, Excerpt.pick(learned, MOST_FOR_LINE));
    return new Judge(kind, who, line, judged, who.predict(judged));
  }

  private static Model twin(Subject s, int[] learned) {
    TrainingPlan plan = s.model.trained().plan();
    double decay = s.model.trained().recipe().penalty().l2();
    // The race for weight decay and coding is over: its winner is known.
    TrainingPlan same =
        plan.with(Knob.WEIGHT_DECAY, String.valueOf(decay))
            .with(Knob.NUMBERS, s.model.trained().recipe().numbers().toString())
            .with(Knob.TIME_BUDGET, "0")
            .with(Knob.RESUMABLE, "false");
    return train(s, learned, same);
  }

  private static Model line(Subject s, int[] learned) {
    TrainingPlan plan =
        TrainingPlan.recommended()
            .with(Knob.HIDDEN_LAYERS, "none")
            .with(Knob.OPTIMIZER, "l-bfgs")
            .with(Knob.EPOCHS, "60")
            .with(Knob.RESTARTS, "1")
            .with(Knob.NUMBERS, "scaled")
            .with(Knob.VALIDATION_SHARE, "0")
            .with(Knob.WEIGHT_DECAY, String.valueOf(1.0 / Math.max(10, learned.length)));
    return train(s, learned, plan);
  }

  private static Model train(Subject s, int[] rows, TrainingPlan plan) {
    Excerpt excerpt = new Excerpt(s.table, rows);
    return new Model(Training.start(excerpt, s.model.target(), plan).run(EpochListener.SILENT));
  }

  /** By how much answers miss: root mean square for numbers, 100 less the truth's percent. */
  static double miss(Subject s, Model model, Excerpt rows) {
    return miss(s, model, rows, model.predict(rows));
  }

  /** By how much the judged network misses. */
  double miss(Subject s) {
    return miss(s, judged, rows, answers);
  }

  private static double miss(Subject s, Model model, Excerpt rows, double[][] answers) {
    double sum = 0;
    double weight = 0;
    for (int r = 0; r < answers.length; r++) {
      double counts = rows.weight(r);
      sum += counts * lapse(s, model, answers[r], rows.rows()[r]);
      weight += counts;
    }
    return s.focus < 0 ? Math.sqrt(sum / weight) : sum / weight;
  }

  private static double lapse(Subject s, Model model, double[] answer, int row) {
    if (s.focus < 0) {
      double miss = answer[0] - s.table.value(row, s.target);
      return miss * miss;
    }
    String label = s.classes().get(s.classOf(row));
    int k = model.classes().indexOf(label);
    return 100 * (1 - (k < 0 ? 0 : answer[k]));
  }

  /** Whether the page may say that the rows were never seen. */
  boolean unseen() {
    return !kind.equals("learned");
  }

  int count() {
    return rows.rows().length;
  }

  boolean covers(int row) {
    return Arrays.binarySearch(rows.rows(), row) >= 0;
  }
}
