package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.beans.BeanInfo;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.beans.PropertyEditor;
import java.beans.PropertyEditorManager;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.backpropnet.train.Knob;
import org.backpropnet.train.TrainingPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import weka.classifiers.functions.BackpropNet;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.SelectedTag;
import weka.core.Tag;
import weka.core.Utils;
import weka.gui.GenericObjectEditor;
import weka.gui.ProgrammaticProperty;

class OptionsTest {
  /** Turns every knob. */
  static final String ALL =
      "-preset best -H \"16 relu, 8 tanh\" -activation gelu -output-layer tanh -loss huber"
          + " -numbers \"thermometer 12\" -optimizer adamw -L 0.01 -M 0.5 -schedule \"step 5 0.5\""
          + " -N 12 -batch 4 -clip 1.5 -restarts 2 -vote false -decay 0.001 -l1 1.0E-4 -dropout 0.25 -balance true -V 0.2 -E 3 -time-budget 9"
          + " -threads 2 -resume -show-weights -complete-picture \"a page.html\" -picture-row 3"
          + " -show-explanation -S 5";

  private static BackpropNet with(String options) throws Exception {
    BackpropNet classifier = new BackpropNet();
    classifier.setOptions(Utils.splitOptions(options));
    return classifier;
  }

  @Test
  void noOptionsAndTheNewObjectAndTheCoreHaveTheSameDefaults() throws Exception {
    assertEquals(TrainingPlan.recommended(), new BackpropNet().trainingPlan());
    assertEquals(TrainingPlan.recommended(), with("").trainingPlan());
  }

  @ParameterizedTest
  @EnumSource(Knob.class)
  void everyKnobHasAnOptionThatIsListedAndGiven(Knob knob) throws Exception {
    Set<String> listed = new HashSet<>();
    for (Option option : Collections.list(new BackpropNet().listOptions())) {
      assertTrue(listed.add(option.name()), "listed twice: -" + option.name());
    }
    String flag = KnobFlags.flag(knob);
    assertTrue(listed.contains(flag));
    BackpropNet full = with(ALL);
    assertTrue(Arrays.asList(full.getOptions()).contains("-" + flag));
    String text = full.trainingPlan().knobs().get(knob);
    assertTrue(!text.equals(knob.defaultText()), "this test must turn every knob: " + knob);
  }

  @Test
  void optionsComeBackAsTheyWereSet() throws Exception {
    BackpropNet first = with(ALL);
    BackpropNet second = new BackpropNet();
    second.setOptions(first.getOptions());
    assertArrayEquals(first.getOptions(), second.getOptions());
    assertEquals(first.trainingPlan(), second.trainingPlan());
    assertEquals("16 relu, 8 tanh", second.getHiddenLayers());
    assertEquals("a page.html", second.getCompletePicture().getPath());
    assertEquals(3, second.getPictureRow());
    assertTrue(second.getShowExplanation());
  }

  @Test
  void optionsThatAreNotNamedGoBackToTheirDefaults() throws Exception {
    BackpropNet classifier = with(ALL);
    classifier.setOptions(new String[0]);
    assertEquals(TrainingPlan.recommended(), classifier.trainingPlan());
    assertFalse(classifier.getShowWeights());
    assertFalse(classifier.getShowExplanation());
    assertEquals("", classifier.getCompletePicture().getPath());
    assertEquals(1, classifier.getPictureRow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "H | sixteen | sixteen | 1 to",
        "H | '' | '' | none",
        "H | 3 flat | flat | relu",
        "activation | bent | bent | tanh",
        "output-layer | gelu | gelu | identity",
        "loss | big | big | huber",
        "optimizer | BOGUS | BOGUS | adam",
        "L | 0 | 0 | greater than 0",
        "L | abc | abc | number",
        "L | NaN | NaN | greater than 0",
        "M | 1 | 1 | less than 1",
        "schedule | sometimes | sometimes | cosine",
        "N | 0 | 0 | at least 1",
        "N | 1.5 | 1.5 | whole number",
        "batch | -3 | -3 | at least 1",
        "clip | -1 | -1 | 0",
        "restarts | 0 | 0 | at least 1",
        "decay | -1 | -1 | 0",
        "l1 | -1 | -1 | 0",
        "dropout | 1 | 1 | less than 1",
        "balance | perhaps | perhaps | true",
        "V | 1 | 1 | less than 1",
        "E | -1 | -1 | at least 0",
        "time-budget | -1 | -1 | 0",
        "threads | 0 | 0 | at least 1",
        "S | 1.5 | 1.5 | whole number",
        "S | 99999999999 | 99999999999 | 2147483647",
        "picture-row | 0 | 0 | at least 1",
        "picture-row | x | x | whole number",
        "num-decimal-places | x | x | whole number",
        "num-decimal-places | -1 | -1 | from 0",
        "batch-size | many | many | whole number",
        "batch-size | 0 | 0 | from 1",
        "preset | superb | superb | textbook",
        "numbers | some | some | thermometer",
        "vote | perhaps | perhaps | true"
      })
  void aValueOutOfRangeIsRefusedWithOptionValueAndRule(
      String option, String value, String shown, String rule) throws Exception {
    BackpropNet classifier = with(ALL);
    String[] before = classifier.getOptions();
    String[] bad = {"-" + option, value};
    Exception error = assertThrows(Exception.class, () -> classifier.setOptions(bad));
    String message = error.getMessage();
    assertTrue(message.contains("-" + option), message);
    assertTrue(message.contains(shown), message);
    assertTrue(message.contains(rule), message);
    assertArrayEquals(before, classifier.getOptions(), "nothing may have changed");
  }

  @Test
  void anUnknownOptionIsRefusedAndNothingChanges() throws Exception {
    BackpropNet classifier = with(ALL);
    String[] before = classifier.getOptions();
    assertThrows(Exception.class, () -> classifier.setOptions(new String[] {"-N", "3", "-huh"}));
    assertArrayEquals(before, classifier.getOptions());
  }

  @Test
  void settersCheckToo() {
    BackpropNet classifier = new BackpropNet();
    String message =
        assertThrows(IllegalArgumentException.class, () -> classifier.setLearningRate("0"))
            .getMessage();
    assertTrue(message.contains("learningRate is 0"), message);
    assertThrows(IllegalArgumentException.class, () -> classifier.setDropout(1));
    assertThrows(IllegalArgumentException.class, () -> classifier.setPatience(-1));
  }

  @Test
  void everyChoiceOfWordsIsOneThatTheCoreReads() throws Exception {
    for (Knob knob : new Knob[] {Knob.ACTIVATION, Knob.OUTPUT_LAYER, Knob.LOSS, Knob.OPTIMIZER}) {
      for (Tag tag : KnobTags.all(knob)) {
        assertTrue(knob.help().contains(tag.getReadable()), knob + " forgets " + tag.getReadable());
        BackpropNet classifier = with("-" + KnobFlags.flag(knob) + " " + tag.getReadable());
        assertEquals(tag.getReadable(), classifier.trainingPlan().knobs().get(knob));
      }
    }
    BackpropNet classifier = new BackpropNet();
    classifier.setOptimizer(KnobTags.of(Knob.OPTIMIZER, "rprop"));
    assertEquals("rprop", classifier.getOptimizer().getSelectedTag().getReadable());
    assertEquals("rprop", classifier.trainingPlan().knobs().get(Knob.OPTIMIZER));
  }

  @Test
  void everyPropertyIsARowThatWekasDialogCanShow() throws Exception {
    GenericObjectEditor.registerEditors();
    BeanInfo bean = Introspector.getBeanInfo(BackpropNet.class);
    Set<Integer> orders = new HashSet<>();
    int rows = 0;
    for (PropertyDescriptor property : bean.getPropertyDescriptors()) {
      if (property.getReadMethod() == null
          || property.getWriteMethod() == null
          || property.getName().equals("options")
          || property.getReadMethod().isAnnotationPresent(ProgrammaticProperty.class)) {
        continue;
      }
      PropertyEditor editor = PropertyEditorManager.findEditor(property.getPropertyType());
      assertNotNull(editor, "no editor, so no row: " + property.getName());
      OptionMetadata words = property.getReadMethod().getAnnotation(OptionMetadata.class);
      assertNotNull(words, "a row without a readable name: " + property.getName());
      rows++;
      assertTrue(orders.add(words.displayOrder()), "order twice: " + property.getName());
      String tip = words.description();
      int stop = tip.indexOf('.');
      assertTrue(stop > 10 && tip.indexOf(". ") <= stop, "the tooltip is cut: " + tip);
    }
    assertTrue(rows >= Knob.values().length, "rows: " + rows);
    assertEquals(SelectedTag.class, new BackpropNet().getLoss().getClass());
  }
}
