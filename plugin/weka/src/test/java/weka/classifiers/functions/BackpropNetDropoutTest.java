package weka.classifiers.functions;

/** Weka's own tests of the classifier with dropout, minibatches and balanced classes. */
public class BackpropNetDropoutTest extends WekaContract {
  public BackpropNetDropoutTest(String name) {
    super(name, "-H 24 -dropout 0.2 -batch 4 -N 30 -balance true");
  }
}
