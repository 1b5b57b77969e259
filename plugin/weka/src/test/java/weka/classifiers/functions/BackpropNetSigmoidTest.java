package weka.classifiers.functions;

/** Weka's own tests of the classifier with sigmoids everywhere. */
public class BackpropNetSigmoidTest extends WekaContract {
  public BackpropNetSigmoidTest(String name) {
    super(name, "-H 8 -activation sigmoid -output-layer sigmoid -optimizer l-bfgs -N 60");
  }
}
