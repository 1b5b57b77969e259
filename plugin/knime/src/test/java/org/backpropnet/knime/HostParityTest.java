package org.backpropnet.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Arrays;
import org.backpropnet.train.Knob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.node.parameters.Widget;
import weka.classifiers.functions.BackpropNet;
import weka.core.OptionMetadata;

/** Whoever knows the dialog of one host knows that of the other. */
class HostParityTest {
  /** Properties are called otherwise here and there; what people read is the name. */
  private static OptionMetadata weka(String title) {
    return Arrays.stream(BackpropNet.class.getMethods())
        .map(method -> method.getAnnotation(OptionMetadata.class))
        .filter(told -> told != null && told.displayName().equals(title))
        .findFirst()
        .orElse(null);
  }

  @ParameterizedTest
  @EnumSource(Knob.class)
  void aSettingHasTheSameNameAndHelpInBothHosts(Knob knob) throws Exception {
    Widget knime =
        LearnerParameters.class.getDeclaredField("m_" + knob.key()).getAnnotation(Widget.class);
    OptionMetadata weka = weka(knime.title());
    assertNotNull(weka, "Weka has no property \"" + knime.title() + "\"");
    assertEquals(weka.description(), knime.description());
  }

  @Test
  void nothingSetIsTheSamePlanInBothHosts() {
    assertEquals(new BackpropNet().trainingPlan(), new LearnerParameters().plan());
  }
}
