package org.backpropnet.weka;

import java.util.Collections;
import java.util.Enumeration;
import org.backpropnet.model.Model;
import org.backpropnet.model.ModelText;
import org.backpropnet.train.Trained;
import weka.classifiers.Sourcable;
import weka.core.AdditionalMeasureProducer;
import weka.core.Capabilities;
import weka.core.Drawable;
import weka.core.Instances;
import weka.core.LogHandler;
import weka.core.Summarizable;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformationHandler;
import weka.gui.Logger;
import weka.gui.ProgrammaticProperty;

/** What the classifier tells of itself and of its model: words, a drawing, numbers, source. */
public abstract class TrainedReports extends PictureProperties
    implements TechnicalInformationHandler,
        Drawable,
        AdditionalMeasureProducer,
        Summarizable,
        Sourcable,
        LogHandler {
  private static final long serialVersionUID = 1;

  private final Effort effort = new Effort();
  private transient Logger log;

  /**
   * What was learned so far.
   *
   * @return null if nothing was
   */
  protected abstract Trained trained();

  /**
   * The model.
   *
   * @return never null: without one there is an error
   */
  protected abstract Model model();

  /**
   * The attributes of the training rows.
   *
   * @return no rows
   */
  protected abstract Instances header();

  /**
   * What the classifier is, for dialogs.
   *
   * @return a text whose first sentence stands alone
   */
  public String globalInfo() {
    return About.text();
  }

  @Override
  public TechnicalInformation getTechnicalInformation() {
    return About.paper();
  }

  @Override
  public Capabilities getCapabilities() {
    return About.abilities(super.getCapabilities());
  }

  @Override
  public int graphType() {
    return Drawable.BayesNet;
  }

  @Override
  public String graph() {
    return NetworkDrawing.xml(model(), page());
  }

  /**
   * Makes the complete picture, if it is wanted, and tells the log, or else the console, if that
   * goes wrong.
   *
   * @param model what was learned
   */
  protected void explainAndTell(Model model) {
    String fault = explain(model);
    if (!fault.isEmpty() && log != null) {
      log.logMessage("Backprop Net: " + fault);
    } else if (!fault.isEmpty()) {
      System.err.println("Backprop Net: " + fault);
    }
  }

  @Override
  public Enumeration<String> enumerateMeasures() {
    return Collections.enumeration(Measures.NAMES);
  }

  @Override
  public double getMeasure(String name) {
    return Measures.of(model(), name, effort());
  }

  /**
   * What the training has cost so far.
   *
   * @return to be measured with
   */
  protected Effort effort() {
    return effort;
  }

  @Override
  public String toSource(String className) {
    return JavaSource.of(model(), header(), className);
  }

  @Override
  public String toSummaryString() {
    return trained() == null ? "no model built yet" : model().trained().recipe().describe();
  }

  @Override
  public String toString() {
    if (trained() == null) {
      return "Backprop Net: no model built yet.";
    }
    String text = ModelText.of(model(), getNumDecimalPlaces(), getShowWeights());
    String words = explanation();
    return words.isEmpty() ? text : text + "\n" + words;
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
}
