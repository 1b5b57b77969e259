package weka.classifiers.functions;

/** Weka's own tests of the classifier without a hidden layer. */
public class BackpropNetLinearTest extends WekaContract {
  public BackpropNetLinearTest(String name) {
    super(name, "-H none -decay 0.001");
  }
}
