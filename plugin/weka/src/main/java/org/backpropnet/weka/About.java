package org.backpropnet.weka;

import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformation.Field;

/** What Weka's dialogs tell about the classifier: what it is, what it can, where it comes from. */
public final class About {
  private About() {}

  /**
   * What the classifier is.
   *
   * @return a text whose first sentence stands alone
   */
  public static String text() {
    return "A neural network trained by backpropagation, for numbers and classes. It needs no"
        + " preparation of the data: numbers are scaled, categories become inputs of their own,"
        + " missing values get a flag, and every setting left at \"auto\" is decided from the"
        + " table. The same data, settings and seed give the same model on every machine, whatever"
        + " the number of threads. For more information see\n\n"
        + paper();
  }

  /**
   * The paper that made backpropagation known: Rumelhart, Hinton, Williams (1986).
   *
   * @return the paper as Weka cites it
   */
  public static TechnicalInformation paper() {
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

  /**
   * Writes down which data the classifier can learn from.
   *
   * @param can is overwritten
   * @return the same object
   */
  public static Capabilities abilities(Capabilities can) {
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
}
