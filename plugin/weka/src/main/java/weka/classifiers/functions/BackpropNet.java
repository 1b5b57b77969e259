package weka.classifiers.functions;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.backpropnet.data.DataException;
import org.backpropnet.io.ModelFile;
import org.backpropnet.model.Model;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.EpochReport;
import org.backpropnet.train.TimeEstimate;
import org.backpropnet.train.Trained;
import org.backpropnet.train.Training;
import org.backpropnet.weka.BoundModel;
import org.backpropnet.weka.CommandRun;
import org.backpropnet.weka.InstancesTable;
import org.backpropnet.weka.Progress;
import org.backpropnet.weka.TrainedReports;
import org.backpropnet.weka.live.LiveTraining;
import org.backpropnet.weka.live.LiveWindow;
import weka.classifiers.IntervalEstimator;
import weka.classifiers.IterativeClassifier;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WeightedInstancesHandler;

/**
 * A neural network trained by backpropagation, for numbers and classes.
 *
 * <p>It can go on training: with {@code resume}, {@link #initializeClassifier} on a model that has
 * been trained continues it, with the settings it was trained with. A copy of a classifier in the
 * middle of a training can predict; with {@code resume}, {@code initializeClassifier} on the copy
 * goes on where the original stood, without it the copy cannot go on.
 */
public class BackpropNet extends TrainedReports
    implements WeightedInstancesHandler, IterativeClassifier, IntervalEstimator {
  private static final long serialVersionUID = 1;

  private Instances header;
  private byte[] stored;
  private transient Model model;
  private transient Training training;
  private transient Progress progress;
  private transient volatile BoundModel bound;

  /**
   * Trains from the beginning.
   *
   * @param data rows to learn from; left as they are
   * @throws Exception if the data or the settings do not allow it, or if the thread is interrupted
   */
  @Override
  public void buildClassifier(Instances data) throws Exception {
    forget();
    initializeClassifier(data);
    try {
      effort().of(() -> training.run(progress));
    } catch (CancellationException e) {
      throw stopped(e);
    } catch (RuntimeException e) {
      endTraining();
      throw e;
    }
    done();
  }

  /**
   * Stands before the first epoch; or, if this model was trained with {@code resume}, where it
   * stopped.
   *
   * @param data rows to learn from; the same as before if the training goes on
   * @throws Exception if the data or the settings do not allow it, or if the thread is interrupted
   */
  @Override
  public void initializeClassifier(Instances data) throws Exception {
    check(data);
    effort()
        .of(
            () -> {
              prepare(data);
              return null;
            });
    explainLater(data);
    header = new Instances(data, 0);
    int starts = training.recipe().restarts();
    Training shown = training;
    LiveTraining live = getLiveWindow() ? LiveWindow.show(starts, shown::result) : null;
    progress = new Progress(getLog(), getDebug() ? System.out : null, starts, live);
    progress.begin(training.recipe(), !isCopy());
  }

  private void prepare(Instances data) throws Exception {
    Trained before = continued();
    Instances rows = new Instances(data);
    rows.deleteWithMissingClass();
    InstancesTable table = new InstancesTable(rows);
    try {
      if (before != null) {
        requireSameAs(before.plan());
        training = Training.resume(table, before);
      } else {
        forget();
        announce(table, rows.classAttribute().name());
        training = Training.start(table, rows.classAttribute().name(), trainingPlan());
      }
    } catch (CancellationException e) {
      throw stopped(e);
    } catch (DataException e) {
      throw new DataException("Not enough training instances, or unfit ones: " + e.getMessage());
    }
  }

  private void announce(InstancesTable table, String target) {
    if (getLog() != null) {
      TimeEstimate.announcement(table, target, trainingPlan())
          .ifPresent(words -> getLog().logMessage("Backprop Net: " + words));
    }
  }

  @Override
  public boolean next() throws Exception {
    if (training == null) {
      throw new IllegalStateException("Nothing to go on with: call initializeClassifier first.");
    }
    model = null;
    EpochReport before = training.report();
    try {
      boolean more = effort().of(training::next);
      if (!Objects.equals(training.report(), before)) {
        more &= progress.epoch(training.report()) == EpochListener.Answer.CONTINUE;
      }
      return more;
    } catch (CancellationException e) {
      throw stopped(e);
    }
  }

  /** Ends the training. Without {@code resume}, what is needed to go on is thrown away. */
  @Override
  public void done() throws IOException {
    Trained trained = trained();
    if (trained == null) {
      return;
    }
    model = new Model(getResume() ? trained : trained.withoutState());
    explainAndTell(model);
    endTraining();
    bound = null;
    save(model);
  }

  private void forget() {
    effort().clear();
    header = null;
    model = null;
    endTraining();
    bound = null;
  }

  private void endTraining() {
    training = null;
    explainLater(null);
    if (progress != null) {
      progress.end();
    }
    progress = null;
  }

  /** A training that was stopped within an epoch is given up; a model from before it stays. */
  private Exception stopped(CancellationException e) {
    endTraining();
    return Thread.currentThread().isInterrupted() ? new InterruptedException() : e;
  }

  /** What goes on: this model, if it kept what that needs, or else the file to start from. */
  private Trained continued() throws IOException {
    Trained own = trained();
    return own != null && own.state() != null ? own : beginning();
  }

  @Override
  protected Trained trained() {
    if (training != null) {
      return training.result();
    }
    return model == null ? null : model.trained();
  }

  @Override
  protected Model model() {
    Model now = model;
    if (now == null && training != null) {
      now = new Model(training.result());
      model = now;
    }
    if (now == null) {
      throw new IllegalStateException("Backprop Net: no model built yet.");
    }
    return now;
  }

  @Override
  public double[] distributionForInstance(Instance instance) throws Exception {
    return bound(instance.dataset()).distributions(List.of(instance))[0];
  }

  @Override
  public double[][] distributionsForInstances(Instances batch) throws Exception {
    return bound(batch).distributions(batch);
  }

  /**
   * Where a number lies that is predicted.
   *
   * @param instance the row
   * @param level share of new rows whose truth shall lie within, above 0 and below 1
   * @return one interval; from -infinity to infinity if too few rows, or none, were held out when
   *     the model was trained, because Weka asks every model that it evaluates
   * @throws Exception if the class is nominal, or the level is not above 0 and below 1
   */
  @Override
  public double[][] predictIntervals(Instance instance, double level) throws Exception {
    return new double[][] {bound(instance.dataset()).interval(instance, level)};
  }

  @Override
  public boolean implementsMoreEfficientBatchPrediction() {
    return true;
  }

  private BoundModel bound(Instances dataset) {
    Model now = model();
    Instances attributes = dataset == null ? header : dataset;
    BoundModel current = bound;
    if (current == null || !current.fits(now, attributes)) {
      current = new BoundModel(now, attributes, header);
      bound = current;
    }
    return current;
  }

  @Override
  protected Instances header() {
    return header;
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    stored = trained() == null ? null : ModelFile.toBytes(model());
    out.defaultWriteObject();
    stored = null;
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    model = stored == null ? null : ModelFile.fromBytes(stored);
    stored = null;
  }

  /**
   * Runs the classifier for Weka's program weka.Run. An error is one line, and here, only if this
   * is all that the Java machine does, its exit code 1.
   *
   * @param toRun the classifier
   * @param options Weka's evaluation options and this classifier's
   */
  @Override
  public void run(Object toRun, String[] options) {
    int code = CommandRun.run((BackpropNet) toRun, options, System.out, System.err);
    if (code != 0 && CommandRun.isProgram()) {
      System.exit(code);
    }
  }

  /**
   * Runs the classifier from the command line. Never ends the Java machine: the Simple CLI calls
   * it.
   *
   * @param args Weka's evaluation options and this classifier's
   */
  public static void main(String[] args) {
    runClassifier(new BackpropNet(), args);
  }
}
