package weka.classifiers.functions;

import java.io.File;
import weka.classifiers.AbstractClassifierTest;
import weka.classifiers.Classifier;
import weka.core.Utils;

/**
 * Weka's own tests of a classifier, for one configuration. Weka writes a reference file that is not
 * there and is content; here it must be there, unless the property {@code updateReferences} is set.
 */
public abstract class WekaContract extends AbstractClassifierTest {
  private final String options;

  protected WekaContract(String name, String options) {
    super(name);
    this.options = options;
  }

  @Override
  public Classifier getClassifier() {
    try {
      BackpropNet classifier = new BackpropNet();
      classifier.setOptions(Utils.splitOptions(options));
      return classifier;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Predictions stay what the committed reference file says. */
  @Override
  public void testRegression() throws Exception {
    String root = System.getProperty("weka.test.Regression.root");
    assertNotNull("weka.test.Regression.root must be set", root);
    File reference = new File(root, getClass().getName().replace('.', '/') + ".ref");
    if (!Boolean.getBoolean("updateReferences")) {
      assertTrue("missing reference file " + reference, reference.isFile());
    } else if (reference.exists()) {
      assertTrue("cannot replace " + reference, reference.delete());
    }
    super.testRegression();
  }
}
