package weka.classifiers.functions;

/** Weka's own tests of the classifier with momentum on minibatches. */
public class BackpropNetMomentumTest extends WekaContract {
  public BackpropNetMomentumTest(String name) {
    super(name, "-optimizer momentum -L 0.05 -M 0.9 -batch 8 -N 30 -V 0");
  }
}
