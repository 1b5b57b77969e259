package weka.classifiers.functions;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.backpropnet.data.DataException;
import org.backpropnet.io.ModelFile;
import org.backpropnet.model.Model;
import org.backpropnet.train.EpochReport;
import org.backpropnet.train.Trained;
import org.backpropnet.train.Training;
import org.backpropnet.weka.BoundModel;
import org.backpropnet.weka.InstancesTable;
import org.backpropnet.weka.ModelFileProperties;
import org.backpropnet.weka.NetworkDrawing;
import org.backpropnet.weka.Progress;
import weka.classifiers.IterativeClassifier;
import weka.core.AdditionalMeasureProducer;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Drawable;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.LogHandler;
import weka.core.Summarizable;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformation.Field;
import weka.core.TechnicalInformationHandler;
import weka.core.WeightedInstancesHandler;
import weka.gui.Logger;
import weka.gui.ProgrammaticProperty;

/**
 * A neural network trained by backpropagation, for numbers and classes.
 *
 * <p>It can go on training: with {@code resume}, {@link #initializeClassifier} on a model that has
 * been trained continues it, with the settings it was trained with. A copy of a classifier in the
 * middle of a training can predict; with {@code resume}, {@code initializeClassifier} on the copy
 * goes on where the original stood, without it the copy cannot go on.
 */
public class BackpropNet extends ModelFileProperties
    implements WeightedInstancesHandler,
        TechnicalInformationHandler,
        Drawable,
        AdditionalMeasureProducer,
        Summarizable,
        IterativeClassifier,
        LogHandler {
  private static final long serialVersionUID = 1;

  private Instances header;
  private byte[] stored;
  private double trainingSeconds;
  private transient Model model;
  private transient Training training;
  private transient Progress progress;
  private transient Logger log;
  private transient volatile BoundModel bound;

  /**
   * What the classifier is, for dialogs.
   *
   * @return a text whose first sentence stands alone
   */
  public String globalInfo() {
    return "A neural network trained by backpropagation, for numbers and classes. It needs no"
        + " preparation of the data: numbers are scaled, categories become inputs of their own,"
        + " missing values get a flag, and every setting left at \"auto\" is decided from the"
        + " table. The same data, settings and seed give the same model on every machine, whatever"
        + " the number of threads. For more information see\n\n"
        + getTechnicalInformation();
  }

  @Override
  public TechnicalInformation getTechnicalInformation() {
    TechnicalInformation paper = new TechnicalInformation(TechnicalInformation.Type.ARTICLE);
    paper.setValue(
        Field.AUTHOR, "David E. Rumelhart and Geoffrey E. Hinton and Ronald J. Williams");
    paper.setValue(Field.YEAR, "1986");
    paper.setValue(Field.TITLE, "Learning representations by back-propagating errors");
    paper.setValue(Field.JOURNAL, "Nature");
    paper.setValue(Field.VOLUME, "323");
    paper.setValue(Field.PAGES, "533-536");
    return paper;
  }

  @Override
  public Capabilities getCapabilities() {
    Capabilities can = super.getCapabilities();
    can.disableAll();
    can.enable(Capability.NOMINAL_ATTRIBUTES);
    can.enable(Capability.NUMERIC_ATTRIBUTES);
    can.enable(Capability.DATE_ATTRIBUTES);
    can.enable(Capability.MISSING_VALUES);
    can.enable(Capability.NOMINAL_CLASS);
    can.enable(Capability.NUMERIC_CLASS);
    can.enable(Capability.DATE_CLASS);
    can.enable(Capability.MISSING_CLASS_VALUES);
    return can;
  }

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
      training.run(progress);
    } catch (CancellationException e) {
      throw stopped(e);
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
    getCapabilities().testWithFail(data);
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
        training = Training.start(table, rows.classAttribute().name(), trainingPlan());
      }
    } catch (CancellationException e) {
      throw stopped(e);
    } catch (DataException e) {
      throw new DataException("Not enough training instances, or unfit ones: " + e.getMessage());
    }
    header = new Instances(data, 0);
    progress = new Progress(log, getDebug() ? System.out : null, training.recipe().restarts());
  }

  @Override
  public boolean next() throws Exception {
    if (training == null) {
      throw new IllegalStateException("Nothing to go on with: call initializeClassifier first.");
    }
    model = null;
    EpochReport before = training.report();
    try {
      boolean more = training.next();
      if (!Objects.equals(training.report(), before)) {
        progress.epoch(training.report());
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
    List<EpochReport> history = trained.history();
    if (training != null) {
      long millis = history.isEmpty() ? 0 : history.get(history.size() - 1).elapsedMillis();
      trainingSeconds = millis / 1000.0;
    }
    model = new Model(getResume() ? trained : withoutState(trained));
    training = null;
    progress = null;
    bound = null;
    save(model);
  }

  private static Trained withoutState(Trained t) {
    return new Trained(t.encoder(), t.plan(), t.recipe(), t.best(), t.history(), t.notes(), null);
  }

  private void forget() {
    header = null;
    model = null;
    training = null;
    progress = null;
    bound = null;
  }

  /** A training that was stopped within an epoch is given up; a model from before it stays. */
  private Exception stopped(CancellationException e) {
    training = null;
    progress = null;
    return Thread.currentThread().isInterrupted() ? new InterruptedException() : e;
  }

  /** What goes on: this model, if it kept what that needs, or else the file to start from. */
  private Trained continued() throws IOException {
    Trained own = trained();
    return own != null && own.state() != null ? own : beginning();
  }

  private Trained trained() {
    if (training != null) {
      return training.result();
    }
    return model == null ? null : model.trained();
  }

  private Model model() {
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
  public int graphType() {
    return Drawable.BayesNet;
  }

  @Override
  public String graph() {
    return NetworkDrawing.xml(model());
  }

  @Override
  public Enumeration<String> enumerateMeasures() {
    return Collections.enumeration(
        List.of(
            "measureEpochs", "measureBestEpoch", "measureParameters", "measureTrainingSeconds"));
  }

  @Override
  public double getMeasure(String name) {
    Trained trained = model().trained();
    return switch (name) {
      case "measureEpochs" -> trained.history().size();
      case "measureBestEpoch" -> trained.best() == null ? 0 : trained.best().epoch();
      case "measureParameters" -> model().copyOfParameters().length;
      case "measureTrainingSeconds" -> trainingSeconds;
      default -> throw new NoSuchElementException("There is no measure \"" + name + "\".");
    };
  }

  @Override
  public String toSummaryString() {
    return trained() == null ? "no model built yet" : model().trained().recipe().describe();
  }

  @Override
  public String toString() {
    return trained() == null ? "Backprop Net: no model built yet." : "Backprop Net\n\n" + text();
  }

  private String text() {
    Trained trained = model().trained();
    return trained.recipe().describe() + "\n" + String.join("\n", trained.notes()) + "\n";
  }

  @Override
  @ProgrammaticProperty
  public void setLog(Logger log) {
    this.log = log;
  }

  @Override
  @ProgrammaticProperty
  public Logger getLog() {
    return log;
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
   * Runs the classifier from the command line.
   *
   * @param args Weka's evaluation options and this classifier's
   */
  public static void main(String[] args) {
    runClassifier(new BackpropNet(), args);
  }
}
