package weka.classifiers.functions;

/** Weka's own tests of the classifier with two hidden layers of their own activations. */
public class BackpropNetDeepTest extends WekaContract {
  public BackpropNetDeepTest(String name) {
    super(name, "-H \"16 relu, 8 tanh\" -optimizer adam -N 30");
  }
}
