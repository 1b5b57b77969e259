package weka.classifiers.functions;

/** Weka's own tests of the classifier as it is. */
public class BackpropNetTest extends WekaContract {
  public BackpropNetTest(String name) {
    super(name, "");
  }
}
